// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "closure/resolve_case.h"

namespace amends::closure {

// Back to whoever had it, or to the team, with a next update again.
[[nodiscard]] Result<cases::Case> reopen_case(const Ports& ports, CaseId id);

} // namespace amends::closure
