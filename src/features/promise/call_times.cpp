// SPDX-License-Identifier: Apache-2.0
#include "promise/call_times.h"

#include <algorithm>

namespace amends::promise {
namespace {

Instant next_half_hour(Instant at)
{
    const auto half_hours =
        std::chrono::ceil<std::chrono::duration<std::int64_t, std::ratio<1800>>>(at.time_since_epoch());
    return Instant(half_hours);
}

bool free(std::span<const Instant> taken, Instant at)
{
    return std::ranges::none_of(taken,
                                [&](Instant other) { return other > at - call_length && other < at + call_length; });
}

} // namespace

std::vector<Instant> free_call_times(const OpeningTimes& times, std::span<const Instant> taken, Instant now)
{
    std::vector<Instant> found;
    const Instant last = now + call_horizon;
    Instant at = next_half_hour(std::max(now + call_notice, times.after_open_time(now, call_notice_at_work)));
    while (at < last && found.size() < most_call_times) {
        const Instant open = times.next_open(at);
        if (open != at) {
            at = next_half_hour(open);
            continue;
        }
        const bool whole = times.open_time_between(at, at + call_length) == call_length;
        if (whole && free(taken, at)) found.push_back(at);
        at += call_length;
    }
    return found;
}

} // namespace amends::promise
