// SPDX-License-Identifier: Apache-2.0
// The one clock of the program. In a release it is the machine's. Builds with tests (AMENDS_TESTING) have another one,
// which stands where a journey has put it: by the variable AMENDS_CLOCK at the start, then by POST /testing/clock.
#pragma once

#include "base/time.h"

namespace amends {

[[nodiscard]] const Clock& desk_clock(); // Thread-safe.

#ifdef AMENDS_TESTING
void set_desk_clock(Instant now);
#endif

} // namespace amends
