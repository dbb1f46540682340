// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"

namespace amends::cases {

// The source points at the target, which answers for both from now on. Nothing is moved, so that taking it back
// restores both sides (I15).
[[nodiscard]] Result<Case> merge_cases(const Ports& ports, CaseId source, CaseId into);
[[nodiscard]] Result<Case> unmerge_case(const Ports& ports, CaseId source);

} // namespace amends::cases
