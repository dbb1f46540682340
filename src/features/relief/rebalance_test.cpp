// SPDX-License-Identifier: Apache-2.0
#include "relief/rebalance.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

using namespace amends;
using namespace amends::relief;
using workload::Held;
using workload::Presence;
using workload::Worker;

namespace {

constexpr TeamId team{1};
const Minutes minutes{{cases::Type::inquiry, {10, 0}}, {cases::Type::complaint, {40, 0}}};

Worker worker(std::int64_t id, std::int64_t in_hand, std::int64_t cap = 20)
{
    return {.id = UserId{id}, .cap = cap, .in_hand = in_hand, .teams = {team}};
}

std::vector<Held> cases_of(std::int64_t owner, int count, cases::Type type, std::int64_t first)
{
    std::vector<Held> held;
    for (int at = 0; at < count; ++at)
        held.push_back(
            {.id = CaseId{first + at}, .owner = UserId{owner}, .team = team, .type = type, .language = "en"});
    return held;
}

struct Desk {
    std::vector<Worker> workers{};
    std::vector<Held> held{};
};

// A desk by chance: skills, languages, caps, some away.
Desk some_desk(std::mt19937& chance)
{
    const auto any = [&](int upto) { return std::uniform_int_distribution<int>(0, upto - 1)(chance); };
    Desk desk;
    for (std::int64_t id = 1; id <= 2 + any(5); ++id) {
        desk.workers.push_back(worker(id, 0, 3 + any(12)));
        if (any(3) == 0) desk.workers.back().languages = {any(2) == 0 ? "en" : "fi"};
        if (any(3) == 0) desk.workers.back().skills = {"complaint"};
        if (any(4) == 0) desk.workers.back().presence = Presence::away;
    }
    for (std::int64_t id = 100; id < 100 + any(40); ++id) {
        auto& owner = desk.workers[static_cast<std::size_t>(any(static_cast<int>(desk.workers.size())))];
        owner.in_hand += 1;
        desk.held.push_back({.id = CaseId{id},
                             .owner = owner.id,
                             .team = team,
                             .type = any(3) == 0 ? cases::Type::complaint : cases::Type::inquiry,
                             .language = any(2) == 0 ? "en" : "fi"});
    }
    return desk;
}

} // namespace

TEST_CASE("whoever carries most gives to who carries least, until it gets no better")
{
    const auto held = cases_of(1, 6, cases::Type::inquiry, 100);
    const auto moves = rebalance({worker(1, 6), worker(2, 0)}, held, minutes);
    CHECK(moves.size() == 3);
    for (const auto& move : moves) CHECK((move.from == UserId{1} && move.to == UserId{2} && move.minutes == 10));
    CHECK(rebalance({worker(1, 3), worker(2, 3)}, cases_of(1, 0, cases::Type::inquiry, 1), minutes).empty());
    CHECK(rebalance({}, {}, minutes).empty());
}

TEST_CASE("nothing goes to full hands, to who is away, or to who cannot do it")
{
    const auto held = cases_of(1, 6, cases::Type::complaint, 100);
    CHECK(rebalance({worker(1, 6), worker(2, 1, 1)}, held, minutes).empty());
    auto away = worker(2, 0);
    away.presence = Presence::away;
    CHECK(rebalance({worker(1, 6), away}, held, minutes).empty());
    auto trained = worker(1, 6);
    trained.skills = {"complaint"};
    CHECK(rebalance({trained, worker(2, 0)}, held, minutes).empty());
    auto stranger = worker(2, 0);
    stranger.teams = {TeamId{2}};
    CHECK(rebalance({worker(1, 6), stranger}, held, minutes).empty());
}

TEST_CASE("whatever the desk: the same cases, each with a holder, and the greatest load no greater")
{
    std::mt19937 chance(11); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same desks each time.
    int made = 0;
    for (int count = 0; count < 400; ++count) {
        CAPTURE(count);
        auto [workers, held] = some_desk(chance);
        const auto before = loads_of(workers, held, minutes);
        const auto moves = rebalance(workers, held, minutes);
        std::set<CaseId> once;
        for (const auto& move : moves) CHECK(once.insert(move.case_id).second);
        made += static_cast<int>(moves.size());
        for (const auto& move : moves) {
            const auto of = std::ranges::find(held, move.case_id, &Held::id);
            REQUIRE(of != held.end());
            CHECK(of->owner == move.from);
            const auto to = std::ranges::find(workers, move.to, &Worker::id);
            REQUIRE(to != workers.end());
            CHECK(can_take(workers, *to, *of));
            std::ranges::find(workers, move.from, &Worker::id)->in_hand -= 1;
            to->in_hand += 1;
            of->owner = move.to;
        }
        const auto after = loads_of(workers, held, minutes);
        CHECK(greatest(after) <= greatest(before));
        std::int64_t sum = 0;
        for (const auto& [who, load] : before) sum += load;
        for (const auto& [who, load] : after) sum -= load;
        CHECK(sum == 0);
    }
    CHECK(made > 100);
}
