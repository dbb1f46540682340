// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"

namespace amends::cases {

struct MoveMessage {
    MessageId message_id{};
    std::optional<CaseId> to{}; // None: a new case of its writer.
};

// One press: the message lies in the other case from now on, by an agent's decision. Moving it back is the same.
[[nodiscard]] Result<Case> move_message(const Ports& ports, const MoveMessage& wish);

} // namespace amends::cases
