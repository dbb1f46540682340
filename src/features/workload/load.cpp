// SPDX-License-Identifier: Apache-2.0
#include "workload/load.h"

#include "base/ranks.h"

#include <algorithm>
#include <cmath>

namespace amends::workload {

std::int64_t usual_minutes(cases::Type type)
{
    switch (type) {
    case cases::Type::inquiry: return 10;
    case cases::Type::request: return 15;
    case cases::Type::fault: return 30;
    case cases::Type::complaint: return 40;
    case cases::Type::feedback: return 5;
    case cases::Type::internal: return 15;
    case cases::Type::privacy: return 60;
    }
    std::unreachable();
}

Effort effort_of(cases::Type type, std::vector<std::int64_t> handled_minutes)
{
    const auto n = static_cast<std::int64_t>(handled_minutes.size());
    if (n < fewest_handled) return {usual_minutes(type), 0};
    const std::vector<double> minutes(handled_minutes.begin(), handled_minutes.end());
    return {std::max<std::int64_t>(1, std::llround(quantiles(minutes, 0.5).type7)), n};
}

std::optional<Tightest> tightest(std::vector<DueWork> work, const OpeningTimes& shifts, Instant now)
{
    std::ranges::sort(work, {}, &DueWork::due_at);
    std::optional<Tightest> found;
    std::int64_t sum = 0;
    for (std::size_t at = 0; at < work.size(); ++at) {
        sum += work[at].minutes;
        if (at + 1 < work.size() && work[at + 1].due_at == work[at].due_at) continue;
        const auto there = std::chrono::floor<std::chrono::minutes>(shifts.open_time_between(now, work[at].due_at));
        const Tightest here{work[at].due_at, sum, there.count()};
        if (!found || here.available_minutes - here.work_minutes < found->available_minutes - found->work_minutes)
            found = here;
    }
    return found;
}

bool fits(std::vector<DueWork> work, const OpeningTimes& shifts, Instant now, Instant since)
{
    std::ranges::sort(work, {}, &DueWork::due_at);
    std::int64_t sum = 0;
    for (std::size_t at = 0; at < work.size(); ++at) {
        sum += work[at].minutes;
        const bool more_by_then = at + 1 < work.size() && work[at + 1].due_at == work[at].due_at;
        if (more_by_then || work[at].due_at < since) continue;
        if (std::chrono::minutes(sum) > shifts.open_time_between(now, std::max(now, work[at].due_at))) return false;
    }
    return true;
}

std::chrono::milliseconds covered(std::vector<Interval> intervals, Instant from, Instant to)
{
    std::ranges::sort(intervals, {}, &Interval::opens);
    std::chrono::milliseconds sum{};
    Instant seen = from;
    for (const auto& [opens, closes] : intervals) {
        const Instant begins = std::max(opens, seen);
        const Instant ends = std::min(closes, to);
        if (ends <= begins) continue;
        sum += ends - begins;
        seen = ends;
    }
    return sum;
}

std::optional<double> occupancy(std::chrono::milliseconds handling, std::chrono::milliseconds there)
{
    if (there <= std::chrono::milliseconds{}) return std::nullopt;
    return std::min(1.0, static_cast<double>(handling.count()) / static_cast<double>(there.count()));
}

Alarm heard(Alarm before, double occupancy, Instant now)
{
    if (occupancy < silent_below) return {};
    if (occupancy <= alarm_above) return before.sounds ? before : Alarm{};
    if (!before.high_since) before.high_since = now;
    before.sounds = before.sounds || now - *before.high_since >= alarm_after;
    return before;
}

} // namespace amends::workload
