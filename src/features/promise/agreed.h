// SPDX-License-Identifier: Apache-2.0
// Moving and releasing take the beneficiary's own word, on record: a message of theirs on the case, or what they said
// as whoever heard it wrote it down. Without it a promise stays as it was made.
#pragma once

#include "promise/promise_store.h"

namespace amends::promise {

struct Agreement {
    std::optional<MessageId> message_id{};
    std::string words{};
};

struct MovePromise {
    PromiseId id{};
    Instant due_at{};
    Agreement agreement{};
};

[[nodiscard]] Result<Promise> move_promise(const Ports& ports, const MovePromise& wish); // Answers the successor.
[[nodiscard]] Result<Promise> release_promise(const Ports& ports, PromiseId id, const Agreement& agreement);

} // namespace amends::promise
