// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "promise/promise_store.h"

namespace amends::promise {

// The case is back from where its timers did nothing: what is open gets its timer again, and what has come due
// meanwhile breaks at once, with its true lateness (decisions.md 3).
void resume_promises(const Ports& ports, CaseId of_case);

} // namespace amends::promise
