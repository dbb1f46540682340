// SPDX-License-Identifier: Apache-2.0
// When a customer may be called: whole and half hours in which the desk is open and whoever holds the case has not yet
// been promised to somebody else.
#pragma once

#include "base/business_time.h"

#include <span>
#include <vector>

namespace amends::promise {

inline constexpr auto call_length = std::chrono::minutes(30);
// Nobody is called at once: who is to call has an hour, and half an hour of it at work. Who chooses at night may be
// called soon after the desk opens.
inline constexpr auto call_notice = std::chrono::minutes(60);
inline constexpr auto call_notice_at_work = std::chrono::minutes(30);
inline constexpr std::size_t most_call_times = 40;
inline constexpr auto call_horizon = std::chrono::days(14);

// In order; `taken` in any.
[[nodiscard]] std::vector<Instant> free_call_times(const OpeningTimes& times, std::span<const Instant> taken,
                                                   Instant now);

} // namespace amends::promise
