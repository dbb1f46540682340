// SPDX-License-Identifier: Apache-2.0
// Giving a case to somebody else, with all that belongs to it. An escalation names a senior person and the time by
// which that person contacts the customer: the time is a promise of theirs from that moment (R054).
#pragma once

#include "case/hand_over_case.h"
#include "handover/draft_summary.h"
#include "promise/promise_store.h"

namespace amends::handover {

// Port: what the promise of a contact says to the customer, in their language.
struct ContactWords {
    virtual ~ContactWords() = default;
    [[nodiscard]] virtual std::string contact_by(std::string_view language, UserId who) const = 0;
};

struct Ports {
    cases::Ports desk;
    promise::Ports promising;
    const ContactWords& words;
};

[[nodiscard]] Result<cases::Case> hand_over(const Ports& ports, cases::HandOverCase wish);

// What is known of a case that changes hands.
[[nodiscard]] Result<CaseFacts> facts_of(const Ports& ports, CaseId id);

} // namespace amends::handover
