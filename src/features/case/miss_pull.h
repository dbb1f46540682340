// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"

namespace amends::cases {

// The timer's part: nobody has taken the case in time. It stays in the queue, and the event raises a signal. Running it
// early, or after somebody has taken it, does nothing.
void miss_pull(const Ports& ports, CaseId id);

} // namespace amends::cases
