// SPDX-License-Identifier: Apache-2.0
// What a desk has lived through, told to a forecast in the order in which it happened: at each case's start nothing is
// known but what had ended by then.
#pragma once

#include "base/open_axis.h"
#include "estimate/forecast.h"
#include "estimate/replay.h"

namespace amends::estimate {

class History {
public:
    // Cases in order of start; the axis reaches from before the first of them to `now`.
    History(std::span<const PastCase> cases, OpenAxis axis, const LocalClock& clock, Instant now);

    struct Asked {
        std::int64_t id{}; // Of the case: it may be among those that are remembered.
        Segment segment{};
        Instant started_at{};
        Instant now{};
    };
    // Open time from the start of the case. What the axis does not reach any more is measured up to its end.
    [[nodiscard]] HonestHours date(const Asked& asked, const LocalClock& clock, const ForEachChance<Risk>& risks) const;

private:
    [[nodiscard]] double position(Instant at) const;

    OpenAxis axis_;
    Forecast forecast_;
    std::map<std::int64_t, std::size_t> numbers_;
};

[[nodiscard]] int weekday_by(const LocalClock& clock, Instant at); // 0 is Monday.

} // namespace amends::estimate
