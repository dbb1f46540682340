// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"

namespace amends::cases {

// Back into the team's queue, with what the next one must know and a time by which somebody must have taken it.
[[nodiscard]] Result<Case> release_case(const Ports& ports, CaseId id, std::string_view summary);

} // namespace amends::cases
