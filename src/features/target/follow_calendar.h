// SPDX-License-Identifier: Apache-2.0
// When the opening hours, the closed days, the zone or the holidays of a brand change, so do the due times of the
// clocks that run. They follow at once, a hundred a step, each step a transaction of its own: what it
// costs depends on what is running, and whoever changes a calendar does not wait for it. Promises never move.
#pragma once

#include "base/result.h"
#include "target/target_store.h"

namespace amends::target {

inline constexpr std::string_view calendar_moved = "calendar_moved"; // Timer; its subject is the clock it has come to.

// A change while others are still being followed begins again from the first clock.
void follow_calendar(const Ports& ports);

// The timer's part.
[[nodiscard]] Result<void> follow_calendar_after(const Ports& ports, TargetClockId after, int at_most = 100);

} // namespace amends::target
