// SPDX-License-Identifier: Apache-2.0
// How a promise is written, whatever happens to it: row, timer and event in one go.
#pragma once

#include "promise/promise_store.h"

namespace amends::promise {

void write_new(const Ports& ports, const Promise& made);

// False when somebody else was faster. The event says what became of it; a broken one that is fulfilled late says both.
[[nodiscard]] bool write_change(const Ports& ports, const Promise& before, const Promise& after);

// Sets its timer to whatever comes next.
void put_timer(const Ports& ports, const Promise& promise);

// The nearest result or call that we owe on a case is one of its clocks. To be called when such a promise was made or
// ended, after everything else that changes the case.
[[nodiscard]] Result<void> refresh_clock(const Ports& ports, CaseId id);

} // namespace amends::promise
