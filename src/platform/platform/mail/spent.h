// SPDX-License-Identifier: Apache-2.0
// How long one mail has been read: CPU time of this thread, so that a busy machine makes no mail slow. Reading asks it
// between its steps, each of which takes time in proportion to the size of what it reads.
#pragma once

#include <chrono>

#include <ctime>

namespace amends::mail {

class Spent {
public:
    explicit Spent(std::chrono::milliseconds most) : end_(now() + most) {}

    [[nodiscard]] bool too_much() const { return now() >= end_; }

private:
    static std::chrono::nanoseconds now()
    {
        timespec at{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
        return std::chrono::seconds(at.tv_sec) + std::chrono::nanoseconds(at.tv_nsec);
    }

    std::chrono::nanoseconds end_;
};

} // namespace amends::mail
