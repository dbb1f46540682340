// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "promise/basis.h"
#include "promise/promise_store.h"

namespace amends::promise {

struct MakePromise {
    CaseId case_id{};
    Side side{};
    Kind kind{};
    std::string text{};
    Instant due_at{};
    Basis basis{};
    std::string ground{};
    Support support{};
    ToldHow told_how{};
    std::optional<MessageId> told_by{};
    std::optional<std::string> partner{};
    std::optional<UserId> made_by{}; // None: a rule.
};

// Writes a promise that has been told: nothing about it is asked any more.
[[nodiscard]] Result<Promise> make_promise(const Ports& ports, const MakePromise& wish);

} // namespace amends::promise
