// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"

namespace amends::cases {

struct HandOverCase {
    CaseId case_id{};
    std::optional<UserId> to_user{};
    std::optional<TeamId> to_team{}; // Either of the two.
    std::string summary{};           // What the next one must know; required, so that the customer need not tell again.
};

// The clocks of the case go on: a hand-over wins no time (I24).
[[nodiscard]] Result<Case> hand_over_case(const Ports& ports, const HandOverCase& wish);

// The row that says who gave it to whom and with which words, which stand among the notes too.
void record_hand_over(const Ports& ports, const Case& before, const Case& after, std::string kind,
                      std::string_view summary);

} // namespace amends::cases
