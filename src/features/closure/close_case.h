// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "closure/resolve_case.h"

namespace amends::closure {

// Only what is solved can be closed, and somebody must have confirmed it.
[[nodiscard]] Result<cases::Case> close_case(const Ports& ports, CaseId id, cases::ConfirmedBy by);

// The timer's part: the customer has not objected in time. Running it early, or again, does nothing.
void settle_case(const Ports& ports, CaseId id);

} // namespace amends::closure
