// SPDX-License-Identifier: Apache-2.0
#include "queue/queue.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>

using namespace amends;
using namespace amends::queue;
using namespace std::chrono_literals;

namespace {

constexpr Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1} + 12h};
constexpr TeamId front{1};
constexpr TeamId back{2};

InLine waiting(std::int64_t id, std::int64_t weight, std::chrono::milliseconds waited,
               std::optional<Instant> due = std::nullopt, TeamId team = front)
{
    return {CaseId{id}, team, weight, waited, due};
}

std::vector<std::int64_t> ids(const std::vector<Place>& places)
{
    std::vector<std::int64_t> all;
    for (const Place& place : places) all.push_back(static_cast<std::int64_t>(place.of.id));
    return all;
}

std::vector<std::int64_t> ordered(const std::vector<InLine>& line, const DueInARow& so_far = {})
{
    return ids(order(line, noon + 2h, so_far));
}

// Somebody who waits since a time, among others; time counts in minutes.
struct Arrived {
    std::int64_t id{};
    std::int64_t weight{};
    double at{};
    std::optional<Instant> due{};
};

std::vector<InLine> line_at(const std::vector<Arrived>& there, double now)
{
    std::vector<InLine> line;
    for (const auto& one : there)
        line.push_back(waiting(one.id, one.weight,
                               std::chrono::milliseconds(static_cast<std::int64_t>((now - one.at) * 60'000)), one.due));
    return line;
}

// The one who is pulled at that minute leaves the line.
Arrived pull(std::vector<Arrived>& there, double now, std::int64_t& due_in_a_row)
{
    const Instant clock = noon + std::chrono::milliseconds(static_cast<std::int64_t>(now * 60'000));
    const auto place = order(line_at(there, now), clock + margin, {{front, due_in_a_row}}).front();
    due_in_a_row = counted(due_in_a_row, place.lane);
    const auto found = std::ranges::find_if(there, [&](const Arrived& one) { return CaseId{one.id} == place.of.id; });
    const auto pulled = *found;
    there.erase(found);
    return pulled;
}

} // namespace

TEST_CASE("a case weighs twice as much with each step of severity, and one step more in public")
{
    CHECK(weight_of(0, false) == 1);
    CHECK(weight_of(1, false) == 2);
    CHECK(weight_of(2, false) == 4);
    CHECK(weight_of(3, false) == 8);
    CHECK(weight_of(0, true) == 2);
    CHECK(weight_of(2, true) == 8);
    CHECK(weight_of(3, true) == 8);
}

TEST_CASE("weight times waiting decides, and where it is equal the older case")
{
    CHECK(ordered({waiting(1, 1, 3h), waiting(2, 4, 1h), waiting(3, 2, 1h)}) == std::vector<std::int64_t>{2, 1, 3});
    CHECK(ordered({waiting(9, 2, 1h), waiting(4, 1, 2h), waiting(7, 2, 1h)}) == std::vector<std::int64_t>{4, 7, 9});
    CHECK(ordered({waiting(1, 8, 0h), waiting(2, 1, 1min)}) == std::vector<std::int64_t>{2, 1});
}

TEST_CASE("what is due within the margin comes first, the earliest first, whatever it weighs")
{
    const auto places = order({waiting(1, 8, 9h), waiting(2, 1, 1h, noon + 90min), waiting(3, 1, 1h, noon - 1h),
                               waiting(4, 8, 1h, noon + 2h + 1ms), waiting(5, 1, 1h, noon + 90min)},
                              noon + 2h, {});
    CHECK(ids(places) == std::vector<std::int64_t>{3, 2, 5, 1, 4});
    CHECK(places[0].lane == Lane::due);
    CHECK(places[3].lane == Lane::ageing);
    CHECK(places[3].priority == 8 * 9 * 60);
}

TEST_CASE("of four pulls three at most come from the due lane, also when the program was started anew between them")
{
    std::vector<InLine> line;
    for (std::int64_t id = 1; id <= 6; ++id) line.push_back(waiting(id, 1, 1h, noon + std::chrono::minutes(id)));
    for (std::int64_t id = 11; id <= 12; ++id) line.push_back(waiting(id, 1, 1h));

    CHECK(ordered(line) == std::vector<std::int64_t>{1, 2, 3, 11, 4, 5, 6, 12});
    CHECK(ordered(line, {{front, 2}}) == std::vector<std::int64_t>{1, 11, 2, 3, 4, 12, 5, 6});
    CHECK(ordered(line, {{front, 3}}) == std::vector<std::int64_t>{11, 1, 2, 3, 12, 4, 5, 6});
}

TEST_CASE("whoever pulls for two teams keeps the share of each")
{
    std::vector<InLine> line;
    for (std::int64_t id = 1; id <= 4; ++id) line.push_back(waiting(id, 1, 1h, noon + std::chrono::minutes(id)));
    line.push_back(waiting(11, 1, 1h));
    for (std::int64_t id = 21; id <= 22; ++id)
        line.push_back(waiting(id, 1, 1h, noon + std::chrono::minutes(id), back));
    line.push_back(waiting(31, 8, 9h, {}, back));

    CHECK(ordered(line) == std::vector<std::int64_t>{1, 2, 3, 11, 4, 21, 22, 31});
    CHECK(ordered(line, {{front, 3}, {back, 3}}) == std::vector<std::int64_t>{31, 11, 1, 2, 3, 4, 21, 22});
}

TEST_CASE("the order does not depend on the order in which cases are given")
{
    std::mt19937 chance(7); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same order each time.
    std::vector<InLine> line;
    for (std::int64_t id = 1; id <= 40; ++id)
        line.push_back(waiting(id, std::int64_t{1} << (id % 4), std::chrono::hours(id % 5),
                               id % 3 == 0 ? std::optional(noon + std::chrono::hours(id % 6)) : std::nullopt));
    const auto wanted = ordered(line);
    for (int times = 0; times < 20; ++times) {
        std::ranges::shuffle(line, chance);
        CHECK(ordered(line) == wanted);
    }
}

TEST_CASE("a light case is not starved by grave ones that come as fast as they are served")
{
    std::vector<Arrived> there;
    for (std::int64_t id = 1; id <= 20; ++id) there.push_back({id, 8, -static_cast<double>(id) / 100});
    there.push_back({1000, 1, 0});
    std::int64_t row = 0;
    int pulls = 0;
    for (double now = 1;; now += 1) {
        ++pulls;
        REQUIRE(pulls <= 8 * 21); // Each grave one waits some 20 minutes, so that it outweighs whoever has 160.
        if (pull(there, now, row).id == 1000) break;
        there.push_back({2000 + pulls, 8, now});
    }
    CHECK(pulls > 20);
}

TEST_CASE("nor by twice as many as can be served: what it was promised brings it to the due lane")
{
    std::vector<Arrived> there{{1000, 1, 0, noon + 8h}};
    for (std::int64_t id = 1; id <= 40; ++id) there.push_back({id, 8, -10, noon + 8h + 1min});
    std::int64_t row = 0;
    std::int64_t next = 2000;
    int pulls = 0;
    for (double now = 1;; now += 1) {
        for (int arrive = 0; arrive < 2; ++arrive)
            there.push_back({++next, 8, now, noon + 8h + std::chrono::minutes(static_cast<int>(now))});
        ++pulls;
        REQUIRE(now <= 6 * 60 + 4);
        if (pull(there, now, row).id == 1000) break;
    }
    CHECK(pulls >= 6 * 60 - 1);
}

TEST_CASE("the ageing lane moves however much is due")
{
    std::vector<Arrived> there{{1000, 1, 0}};
    std::int64_t row = 0;
    std::int64_t next = 2000;
    for (int pulls = 1;; ++pulls) {
        for (int arrive = 0; arrive < 3; ++arrive) there.push_back({++next, 8, 0.0 + pulls, noon});
        REQUIRE(pulls <= 4);
        if (pull(there, pulls, row).id == 1000) break;
    }
}

TEST_CASE("two classes of weights 1 and 2 wait as the theory of accumulating priority says")
{
    // M/M/1, arrivals 0.4 and 0.4, service 1: mean waits 5 and 3 (measures, accumulating_priority_mm1).
    std::mt19937_64 chance(20260601); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same days each time.
    std::exponential_distribution<double> between(0.8);
    std::exponential_distribution<double> service(1.0);
    std::bernoulli_distribution heavy(0.5);
    std::vector<Arrived> there;
    double now = 0;
    double arrives = between(chance);
    std::array<double, 3> waited{};
    std::array<double, 3> served{};
    std::int64_t id = 0;
    std::int64_t row = 0;
    for (int count = 0; count < 60'000; ++count) {
        if (there.empty()) now = std::max(now, arrives);
        for (; arrives <= now; arrives += between(chance)) there.push_back({++id, heavy(chance) ? 2 : 1, arrives});
        const auto pulled = pull(there, now, row);
        const auto which = static_cast<std::size_t>(pulled.weight);
        waited.at(which) += now - pulled.at;
        served.at(which) += 1;
        now += service(chance);
    }
    CHECK(waited.at(1) / served.at(1) == doctest::Approx(5).epsilon(0.08));
    CHECK(waited.at(2) / served.at(2) == doctest::Approx(3).epsilon(0.08));
}
