// SPDX-License-Identifier: Apache-2.0
// The clocks of a case are what its history makes of them. They are computed again whenever something happened that may
// move them, and when a timer says that their time has come.
#pragma once

#include "base/result.h"
#include "target/target_store.h"

namespace amends::target {

// Those of the case and of all that was merged into it. A breach stays, whatever is found out later. Spam keeps its
// clocks: nothing moves while the mark stands, and what has come due is breached when it is taken back.
[[nodiscard]] Result<void> run_clocks(const Ports& ports, CaseId id);

// The timer's part.
[[nodiscard]] Result<void> run_clock(const Ports& ports, TargetClockId id);

} // namespace amends::target
