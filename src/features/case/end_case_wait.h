// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"

namespace amends::cases {

// The owner has what was waited for.
[[nodiscard]] Result<Case> end_case_wait(const Ports& ports, CaseId id);

// The timer's part: the time to look again has come. Running it again, or too early, does nothing.
void review_wait(const Ports& ports, CaseId id);

} // namespace amends::cases
