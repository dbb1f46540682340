// SPDX-License-Identifier: Apache-2.0
// Hours in which nobody is called, and nothing is sent that they did not ask for, by the clock on their own wall.
#pragma once

#include "base/business_time.h"
#include "brand/calendar_store.h"

namespace amends::brand {

[[nodiscard]] bool quiet(const QuietHours& hours, const LocalClock& clock, Instant at);

// The first moment from `at` on that is not quiet. Where the clocks jump over the end, the moment of the jump.
[[nodiscard]] Instant first_allowed(const QuietHours& hours, const LocalClock& clock, Instant at);

} // namespace amends::brand
