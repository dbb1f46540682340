// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"

namespace amends::cases {

// From now on it is theirs: out of the queue, or from whoever had it.
[[nodiscard]] Result<Case> take_case(const Ports& ports, CaseId id, UserId by);

} // namespace amends::cases
