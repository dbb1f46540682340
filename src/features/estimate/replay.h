// SPDX-License-Identifier: Apache-2.0
// Promises that were never made: a history is gone through as if each case had been promised at its start, from nothing
// but what was known then. So a desk learns what its dates would have been worth before it tells the first one.
#pragma once

#include "base/open_axis.h"
#include "estimate/calibration.h"

namespace amends::estimate {

struct PastCase {
    std::int64_t id{}; // 0 where nobody asks about it again.
    Segment segment{};
    Instant started_at{};
    std::optional<Instant> ended_at{}; // None: still runs.
};

struct Replayed {
    std::int64_t n{};                // Cases that began after the time of learning.
    std::int64_t promised{};         // Of them, those with a date at eight in ten.
    std::optional<double> kept_80{}; // Of the promises that came due before the history ends.
    std::optional<double> kept_90{};
    std::optional<double> median_80_hours{}; // Promised length, open time.
    std::int64_t refused{};
};
BOOST_DESCRIBE_STRUCT(Replayed, (), (n, promised, kept_80, kept_90, median_80_hours, refused))

inline constexpr std::chrono::days learning{120};

// Cases in order of start; the clock says which weekday it is. The history ends with the last start or end in it: a
// promise that is due later is neither kept nor broken, whether or not its case has ended, because of those that are
// due later only the kept ones are known.
[[nodiscard]] Replayed replay(std::span<const PastCase> cases, const OpenAxis& axis, const LocalClock& clock);

} // namespace amends::estimate
