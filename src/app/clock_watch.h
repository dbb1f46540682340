// SPDX-License-Identifier: Apache-2.0
// Sees when somebody sets the clock of the machine back by more than a little: work that was put on the agenda by the
// clock as it was would wait until the clock is there again. A jump forward needs nobody: what is due then is due.
#pragma once

#include "base/time.h"

#include <chrono>

namespace amends {

class ClockWatch {
public:
    // Longer than any undo, so that what waits for one is never taken for what was left behind.
    static constexpr std::chrono::milliseconds smallest = std::chrono::minutes(10);

    ClockWatch(Instant wall, Moment at) : wall_(wall), at_(at) {}

    // By how much, since the last time this was settled; 0 when it was not, or by little.
    [[nodiscard]] std::chrono::milliseconds set_back(Instant wall, Moment at)
    {
        const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(at - at_);
        const std::chrono::milliseconds back = wall_ + passed - wall;
        if (back >= smallest) back_ += back;
        wall_ = wall;
        at_ = at;
        return back_;
    }
    void settled() { back_ = {}; }

private:
    Instant wall_;
    Moment at_;
    std::chrono::milliseconds back_{};
};

} // namespace amends
