// SPDX-License-Identifier: Apache-2.0
#include "relief/rebalance.h"

#include <algorithm>
#include <set>
#include <utility>

namespace amends::relief {
namespace {

using workload::Held;
using workload::Worker;

struct Hands {
    std::vector<Worker> workers{};
    std::vector<Held> held{};
    Loads loads{};
    const Minutes& minutes;
    std::set<CaseId> moved{};

    [[nodiscard]] std::int64_t effort(const Held& of) const { return minutes.at(of.type).minutes; }
};

UserId heaviest(const Loads& loads)
{
    return std::ranges::max_element(loads, {}, [](const auto& each) { return each.second; })->first;
}

// The move that leaves the two who are concerned with the smallest greater load, of those alike the one to whoever
// carries least; none when nothing gets better. A case moves once: its customer hears of one new owner, not of three.
std::optional<Move> best_move(const Hands& hands, UserId from)
{
    std::optional<Move> best;
    auto reached = std::pair(hands.loads.at(from), std::int64_t{});
    for (const Held& each : hands.held) {
        if (each.owner != from || hands.moved.contains(each.id)) continue;
        const auto effort = hands.effort(each);
        for (const Worker& worker : hands.workers) {
            if (worker.id == from || !can_take(hands.workers, worker, each)) continue;
            const auto carries = hands.loads.at(worker.id);
            const auto after = std::pair(std::max(hands.loads.at(from) - effort, carries + effort), carries);
            if (after >= reached) continue;
            reached = after;
            best = Move{each.id, from, worker.id, effort};
        }
    }
    return best;
}

void make(Hands& hands, const Move& move)
{
    hands.moved.insert(move.case_id);
    std::ranges::find(hands.held, move.case_id, &Held::id)->owner = move.to;
    std::ranges::find(hands.workers, move.from, &Worker::id)->in_hand -= 1;
    std::ranges::find(hands.workers, move.to, &Worker::id)->in_hand += 1;
    hands.loads[move.from] -= move.minutes;
    hands.loads[move.to] += move.minutes;
}

} // namespace

Loads loads_of(std::span<const Worker> workers, std::span<const Held> held, const Minutes& minutes)
{
    Loads loads;
    for (const Worker& worker : workers) loads[worker.id] = 0;
    for (const Held& each : held)
        if (const auto owner = loads.find(each.owner); owner != loads.end())
            owner->second += minutes.at(each.type).minutes;
    return loads;
}

std::int64_t greatest(const Loads& loads) { return loads.empty() ? 0 : loads.at(heaviest(loads)); }

bool can_take(std::span<const Worker> workers, const Worker& worker, const Held& held)
{
    if (worker.presence != workload::Presence::here || workload::hands_full(worker)) return false;
    if (held.team == TeamId{}) return workload::fits(worker, {held.language, ""});
    return workload::in_team(worker, held.team) &&
           workload::fits(worker, workload::needs(workers, held.team, held.language, name_of(held.type)));
}

std::vector<Move> rebalance(std::vector<Worker> workers, std::vector<Held> held, const Minutes& minutes)
{
    Hands hands{std::move(workers), std::move(held), {}, minutes};
    hands.loads = loads_of(hands.workers, hands.held, minutes);
    std::vector<Move> moves;
    while (!hands.loads.empty() && moves.size() < most_moves) {
        const auto move = best_move(hands, heaviest(hands.loads));
        if (!move) break;
        make(hands, *move);
        moves.push_back(*move);
    }
    return moves;
}

} // namespace amends::relief
