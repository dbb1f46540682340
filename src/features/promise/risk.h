// SPDX-License-Identifier: Apache-2.0
// When a promise of ours is at risk: its keeper is asked while there is still time to keep it, and when nobody answers
// the beneficiary is told before it breaks, never after (R081, R092).
#pragma once

#include "base/business_time.h"
#include "promise/promise.h"

namespace amends::promise {

struct RiskTimes {
    Instant ask{};
    std::optional<Instant> tell{}; // Of an appointment nobody is told: the phone rings, or it does not.
};

// At three quarters of the open time from now to the due time the keeper is asked, at nine tenths the beneficiary told;
// where the desk opens too little in between, by the clock on the wall. Of an appointment the keeper is reminded a
// quarter of an hour before. Nothing is asked of what is due in less than ten minutes.
[[nodiscard]] std::optional<RiskTimes> risk_times(const Promise& promise, const OpeningTimes& times);

enum class Step : std::uint8_t { ask, tell, break_it };

// What comes next of an open promise, and when.
struct NextStep {
    Step step{};
    Instant at{};
};
[[nodiscard]] NextStep next_step(const Promise& promise, const OpeningTimes& times);
[[nodiscard]] inline Instant next_moment(const Promise& promise, const OpeningTimes& times)
{
    return next_step(promise, times).at;
}

} // namespace amends::promise
