// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "promise/make_promise.h"

namespace amends::promise {

// What was promised by somebody's mouth or by the other side, as whoever heard it writes it down. Ours by mail is not
// noted: it is written when the mail has left.
struct NotePromise {
    CaseId case_id{};
    Side side{};
    ToldHow told_how{};
    Intended intended{};
    std::optional<std::string> partner{};
    std::optional<MessageId> told_by{}; // The customer's or partner's message that says so.
};

[[nodiscard]] Result<Promise> note_promise(const Ports& ports, UserId by, const NotePromise& wish,
                                           const Support& support);

} // namespace amends::promise
