// SPDX-License-Identifier: Apache-2.0
#include "queue/queue_store.h"

#include <algorithm>

namespace amends::queue {

std::int64_t severity_of(const Waiting& waiting)
{
    return std::max(waiting.severity_stated, waiting.severity_assessed);
}

std::optional<Instant> counted_on(const Waiting& waiting)
{
    if (waiting.due_at && waiting.due_at != waiting.pull_by) return waiting.due_at;
    if (!waiting.next_update || !waiting.promised) return waiting.next_update ? waiting.next_update : waiting.promised;
    return std::min(*waiting.next_update, *waiting.promised);
}

std::vector<InLine> lined_up(std::span<const Waiting> waiting, const OpeningTimes& times, Instant now)
{
    std::vector<const Waiting*> newest_first;
    for (const Waiting& each : waiting) newest_first.push_back(&each);
    std::ranges::sort(newest_first, std::ranges::greater{},
                      [now](const Waiting* each) { return each->waiting_since.value_or(now); });

    // Open time adds up: each stretch of the calendar is looked at once, however many wait.
    std::vector<InLine> line;
    Instant looked_at = now;
    std::chrono::milliseconds waited{};
    for (const Waiting* each : newest_first) {
        const Instant since = std::min(each->waiting_since.value_or(now), now);
        if (since < looked_at) waited += times.open_time_between(since, looked_at);
        looked_at = since;
        line.push_back({.id = each->id,
                        .team = each->team,
                        .weight = weight_of(severity_of(*each), each->visibility == cases::Visibility::in_public),
                        .waited = waited,
                        .due_at = counted_on(*each)});
    }
    return line;
}

} // namespace amends::queue
