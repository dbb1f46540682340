// SPDX-License-Identifier: Apache-2.0
// Time is an argument. Only the clock that app/ hands out knows what time it is.
#pragma once

#include <chrono>

namespace amends {

// Stored and sent as milliseconds since the epoch, UTC.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

// Patience with a network is measured by the monotonic clock: a jump of the wall clock ends no wait early.
using Moment = std::chrono::steady_clock::time_point;
[[nodiscard]] inline Moment moment() { return std::chrono::steady_clock::now(); }

struct Clock {
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

struct SystemClock final : Clock {
    [[nodiscard]] Instant now() const override
    {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
};

// For tests: stands still until told to move.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant at) : at_(at) {}
    [[nodiscard]] Instant now() const override { return at_; }
    void advance(std::chrono::milliseconds by) { at_ += by; }

private:
    Instant at_;
};

} // namespace amends
