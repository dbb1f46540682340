// SPDX-License-Identifier: Apache-2.0
// How a case ends: solved in words, then a week in which the customer may object, then closed. What ends can come back.
#pragma once

#include "case/case_store.h"
#include "promise/promise_store.h"

namespace amends::closure {

struct Ports {
    cases::Ports desk;
    promise::Ports promising;
};

// Refused while something that we promised to do, or to call about, is open. Promised news ends with the case: when a
// message told how it was solved that message keeps it, else its time breaks it.
[[nodiscard]] Result<cases::Case> resolve_case(const Ports& ports, CaseId id, std::string_view resolution);

// An outcome or appointment promise of ours that still runs blocks every way to an end.
[[nodiscard]] Result<void> check_promises(const Ports& ports, CaseId id);

} // namespace amends::closure
