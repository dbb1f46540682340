// SPDX-License-Identifier: Apache-2.0
#include "queue/queue.h"

#include <algorithm>
#include <deque>
#include <tuple>

namespace amends::queue {
namespace {

// The two lanes of a team, each in its order.
struct Lines {
    std::deque<InLine> due{};
    std::deque<InLine> ageing{};
    std::int64_t due_in_a_row = 0;

    [[nodiscard]] bool done() const { return due.empty() && ageing.empty(); }
    // The ageing lane has its turn, although something is due.
    [[nodiscard]] bool forced() const { return due_in_a_row >= most_due_in_a_row && !ageing.empty(); }
    [[nodiscard]] Lane lane() const { return due.empty() || forced() ? Lane::ageing : Lane::due; }
    [[nodiscard]] const InLine& head() const { return lane() == Lane::due ? due.front() : ageing.front(); }
    Place pull()
    {
        const Lane pulled = lane();
        auto& from = pulled == Lane::due ? due : ageing;
        Place place{from.front(), pulled, priority_of(from.front())};
        from.pop_front();
        due_in_a_row = counted(due_in_a_row, pulled);
        return place;
    }
};

bool due_before(const InLine& one, const InLine& other)
{
    return std::tie(*one.due_at, one.id) < std::tie(*other.due_at, other.id);
}

bool outweighs(const InLine& one, const InLine& other)
{
    const auto mine = one.weight * one.waited.count();
    const auto theirs = other.weight * other.waited.count();
    return std::tie(theirs, one.id) < std::tie(mine, other.id);
}

// Between teams: whose ageing lane has its turn, then what is due, then what has aged most.
bool before(const Lines& one, const Lines& other)
{
    if (one.done() || other.done()) return !one.done();
    const auto rank = [](const Lines& of) { return of.forced() ? 0 : of.lane() == Lane::due ? 1 : 2; };
    if (rank(one) != rank(other)) return rank(one) < rank(other);
    return rank(one) == 1 ? due_before(one.head(), other.head()) : outweighs(one.head(), other.head());
}

std::map<TeamId, Lines> lanes_of(std::vector<InLine> waiting, Instant margin_ends, const DueInARow& due_in_a_row)
{
    std::map<TeamId, Lines> teams;
    for (InLine& each : waiting) {
        Lines& lines = teams[each.team];
        auto& lane = each.due_at && *each.due_at <= margin_ends ? lines.due : lines.ageing;
        lane.push_back(each);
    }
    for (auto& [team, lines] : teams) {
        std::ranges::sort(lines.due, due_before);
        std::ranges::sort(lines.ageing, outweighs);
        if (const auto so_far = due_in_a_row.find(team); so_far != due_in_a_row.end())
            lines.due_in_a_row = so_far->second;
    }
    return teams;
}

} // namespace

std::int64_t weight_of(std::int64_t severity, bool in_public)
{
    const auto step = std::clamp<std::int64_t>(severity + (in_public ? 1 : 0), 0, 3);
    return std::int64_t{1} << step;
}

std::int64_t priority_of(const InLine& of)
{
    return of.weight * std::chrono::floor<std::chrono::minutes>(of.waited).count();
}

std::int64_t counted(std::int64_t due_in_a_row, Lane pulled)
{
    return pulled == Lane::due ? std::min(due_in_a_row + 1, most_due_in_a_row) : 0;
}

std::vector<Place> order(std::vector<InLine> waiting, Instant margin_ends, const DueInARow& due_in_a_row)
{
    const auto count = waiting.size();
    auto teams = lanes_of(std::move(waiting), margin_ends, due_in_a_row);
    std::vector<Place> places;
    places.reserve(count);
    while (places.size() < count) {
        const auto next = std::ranges::min_element(
            teams, [](const auto& one, const auto& other) { return before(one.second, other.second); });
        places.push_back(next->second.pull());
    }
    return places;
}

} // namespace amends::queue
