// SPDX-License-Identifier: Apache-2.0
// The promises of a reply, from what its writer means to the rows that are written when it has left.
#pragma once

#include "reply/send_reply.h"

namespace amends::reply {

// Each with its ground, or the refusal that says which one has none: "promises.0.due_at".
[[nodiscard]] Result<std::vector<IntendedPromise>> grounded(const Ports& ports, const cases::Case& of,
                                                            const SendReply& wish);

// Its words read like a promise, no promise is made of them, and the writer has not said that they are none. The next
// update that the reply tells answers for words that promise no more than news by then.
[[nodiscard]] bool unasked(const Ports& ports, const cases::Case& of, const SendReply& wish);

// What the words promise, by the clock of the customer.
[[nodiscard]] std::optional<SaidPromise> said_in(const Ports& ports, const cases::Case& of, std::string_view text);

void keep_intended(const Ports& ports, MessageId message, std::vector<IntendedPromise> intended,
                   const std::vector<PromiseId>& warns);

// The message has left, or may have: what it promises is promised from now on.
[[nodiscard]] Result<void> tell_promises(const Ports& ports, const conversation::Message& message, CaseId case_id);
// It has left at that time: whoever was warned by it was warned then.
void tell_warnings(const Ports& ports, MessageId message, Instant sent_at);

} // namespace amends::reply
