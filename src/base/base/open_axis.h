// SPDX-License-Identifier: Apache-2.0
// Open time as a straight line: how much of it has passed since the first interval opens. Made once for many questions
// about the same stretch of time; single ones are asked of OpeningTimes.
#pragma once

#include "base/business_time.h"

namespace amends {

class OpenAxis {
public:
    // Intervals as business_time.h has them: in order, none overlaps another.
    explicit OpenAxis(std::vector<Interval> open);

    // Stands still while the desk is closed.
    [[nodiscard]] std::chrono::milliseconds position(Instant at) const;
    // The first instant at which that much has passed; none when the intervals do not reach so far.
    [[nodiscard]] std::optional<Instant> instant(std::chrono::milliseconds position) const;

private:
    std::vector<Interval> open_;
    std::vector<std::chrono::milliseconds> passed_; // Until each interval opens, and at last until the end of all.
};

} // namespace amends
