// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "promise/promise_store.h"

namespace amends::promise {

struct TellNextUpdate {
    CaseId case_id{};
    PersonId beneficiary{};
    MessageId told_by{};
    std::optional<UserId> made_by{};
    std::optional<UserId> keeper{};
    Instant due_at{};
};

// Every "next update" that is told is a promise: written in the transaction that queues the message that tells it.
[[nodiscard]] Promise tell_next_update(const Ports& ports, const TellNextUpdate& wish);

} // namespace amends::promise
