// SPDX-License-Identifier: Apache-2.0
// A case without an account: it has its number at once. The words of a form never travel to the address it names (T16).
#pragma once

#include "portal/portal_ports.h"
#include "staff/staff_store.h"

namespace amends::portal {

struct FillForm {
    std::string name{};
    std::string address{};
    std::string subject{};
    std::string text{};
    std::string language{};
    std::string zone{}; // Of the clock on their wall; a known one, or empty.
};

// From where: who counts against which limit.
struct Sender {
    std::string place{}; // Of the network.
};

struct FormAnswer {
    CaseId case_id{};
    PersonId person_id{};
    std::string ref{};
    std::optional<Instant> next_update_at{};
};

[[nodiscard]] Result<FormAnswer> fill_form(const Ports& ports, staff::AttemptStore& attempts, const FillForm& wish,
                                           const Sender& sender);

} // namespace amends::portal
