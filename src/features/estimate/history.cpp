// SPDX-License-Identifier: Apache-2.0
#include "estimate/history.h"

#include <queue>

namespace amends::estimate {
namespace {

using Hours = std::chrono::duration<double, std::ratio<3600>>;
using End = std::pair<Instant, std::size_t>;

} // namespace

int weekday_by(const LocalClock& clock, Instant at)
{
    const auto local = clock.local(at);
    const std::chrono::year_month_day date = std::chrono::year(local.year) / local.month / local.day;
    return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(date)).iso_encoding()) - 1;
}

History::History(std::span<const PastCase> cases, OpenAxis axis, const LocalClock& clock, Instant now)
    : axis_(std::move(axis))
{
    const ForEachChance<Risk> usual{Risk{nominal_risks[0], nominal_risks[0]}, Risk{nominal_risks[1], nominal_risks[1]}};
    std::priority_queue<End, std::vector<End>, std::greater<>> ends;
    std::chrono::sys_days today{};
    const auto reach = [&](Instant at) {
        for (; !ends.empty() && ends.top().first <= at; ends.pop())
            forecast_.end(ends.top().second, position(ends.top().first));
        const auto day = std::chrono::floor<std::chrono::days>(at);
        if (std::exchange(today, day) != day) forecast_.compare_weekdays(position(at));
    };
    for (const auto& one : cases) {
        reach(one.started_at);
        const auto begun = forecast_.begin(
            {.segment = one.segment, .weekday = weekday_by(clock, one.started_at), .hours = position(one.started_at)},
            usual);
        if (one.id != 0) numbers_.emplace(one.id, begun.number);
        if (one.ended_at) ends.emplace(*one.ended_at, begun.number);
    }
    reach(now);
}

double History::position(Instant at) const { return Hours(axis_.position(at)).count(); }

HonestHours History::date(const Asked& asked, const LocalClock& clock, const ForEachChance<Risk>& risks) const
{
    const auto itself = numbers_.find(asked.id);
    return forecast_.date({.beginning = {.segment = asked.segment,
                                         .weekday = weekday_by(clock, asked.started_at),
                                         .hours = position(asked.started_at)},
                           .now = position(asked.now),
                           .number = itself != numbers_.end() ? std::optional(itself->second) : std::nullopt},
                          risks);
}

} // namespace amends::estimate
