// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"

namespace amends::cases {

// Spam keeps its clocks: its timers do nothing while it is marked, and taking the mark back lets fire at once what has
// come due meanwhile.
[[nodiscard]] Result<Case> mark_case_spam(const Ports& ports, CaseId id);
[[nodiscard]] Result<Case> unmark_case_spam(const Ports& ports, CaseId id);

// The case is back among the others: its last wait goes on, and its timers are set as they were.
void resume(const Ports& ports, const Case& back);

} // namespace amends::cases
