// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"

namespace amends::cases {

// Its owner has had it before their eyes: what came is no news any more. Nobody else's look changes anything, and
// neither does a second one.
[[nodiscard]] Result<Case> see_case(const Ports& ports, CaseId id, UserId by);

} // namespace amends::cases
