// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"

namespace amends::cases {

struct PutCaseOnWait {
    CaseId case_id{};
    Side waits_on{};
    std::optional<std::string> partner{};
    std::string reason{};
    std::optional<Instant> review_at{};
    std::optional<Instant> next_update_at{};
};

// Waiting on somebody else has a reason and a time at which we look again; the customer's next update stays ahead.
[[nodiscard]] Result<Case> put_case_on_wait(const Ports& ports, const PutCaseOnWait& wish);

} // namespace amends::cases
