// SPDX-License-Identifier: Apache-2.0
// The customer's word on whether it is solved, from their page.
#pragma once

#include "closure/resolve_case.h"

namespace amends::closure {

// It is over by their word, whatever state the case is in: promised news is released, and the case is closed. What we
// promised to do is still owed. Saying it twice changes nothing.
[[nodiscard]] Result<cases::Case> customer_says_solved(const Ports& ports, CaseId id);

// It is not: the case is back, as long as it may come back. A case that lives needs no such word.
[[nodiscard]] Result<cases::Case> customer_says_unsolved(const Ports& ports, CaseId id);

} // namespace amends::closure
