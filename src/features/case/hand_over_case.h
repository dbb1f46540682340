// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"

namespace amends::cases {

struct HandOverCase {
    CaseId case_id{};
    std::optional<UserId> to_user{};
    std::optional<TeamId> to_team{}; // Either of the two.
    std::string summary{};           // What the next one must know; required, so that the customer need not tell again.
    std::optional<HandOverKind> kind{};
    std::optional<HandOverReason> reason{};
    std::optional<Instant> contact_by{};        // Of an escalation: when the senior person contacts the customer.
    std::optional<PromiseId> contact_promise{}; // Whoever hands over writes it.
    bool over_cap{};                            // The receiver has all they can have: found out, never asked for.
};

// The clocks of the case go on: a hand-over wins no time (I24). Full hands get no more, unless a lead gives it.
[[nodiscard]] Result<Case> hand_over_case(const Ports& ports, HandOverCase wish);

// The row that says who gave it to whom, why and with which words, which stand among the notes too. Of the wish it
// takes kind, reason, summary and what was promised.
void record_hand_over(const Ports& ports, const Case& before, const Case& after, const HandOverCase& wish);

} // namespace amends::cases
