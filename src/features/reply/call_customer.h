// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reply/reply_store.h"

namespace amends::reply {

struct CallCustomer {
    CaseId case_id{};
    bool reached = false;
    std::string summary{}; // What was said; a note of the case.
};

// An agent has called, or tried to. In the customer's quiet hours nobody is called unasked (story 11): only a call that
// was agreed for about now may begin then. Whoever was reached has heard from us: promised news is kept by it, and so
// is the call that was agreed.
[[nodiscard]] Result<void> call_customer(const Ports& ports, UserId by, const CallCustomer& wish);

inline constexpr auto agreed_about_now = std::chrono::minutes(30);

} // namespace amends::reply
