// SPDX-License-Identifier: Apache-2.0
// A reply is what an outbound message does to its case. Queued, it only sets the next update; what it tells and keeps
// counts from the moment at which the next server has taken it, because only then can the customer know
// (decisions.md 5). So a reply that is withdrawn has promised nothing, and what it changed is put back.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/time.h"
#include "case/case.h"

#include <optional>
#include <string>

namespace amends::reply {

struct Reply {
    MessageId message_id{};
    CaseId case_id{};
    ChannelId channel_id{}; // The line it leaves by.
    std::optional<Instant> next_update_at{};
    bool final{};         // It ends the case.
    std::string reason{}; // Why it tells no next update though it is not final.
    bool not_a_promise{}; // Its words read like one; the writer was asked and said that they are none.
    std::optional<PromiseId> promise_id{};
    std::optional<Instant> told_at{};   // The first addressee's server took it.
    std::optional<Instant> untold_at{}; // It reached nobody after all.
    std::optional<Instant> withdrawn_at{};
    // As the case was before it was queued:
    cases::Status former_status{};
    std::optional<UserId> former_owner{};
    std::optional<Instant> former_pull_by{};
    std::optional<Instant> former_next_update_at{};
    Instant former_last_message_at{};
    // As the case was before it was told:
    std::optional<Instant> former_waiting_since{};
    std::optional<Instant> former_last_told_at{};
    cases::LastWord former_last_word{};
};
BOOST_DESCRIBE_STRUCT(Reply, (),
                      (message_id, case_id, channel_id, next_update_at, final, reason, not_a_promise, promise_id,
                       told_at, untold_at, withdrawn_at, former_status, former_owner, former_pull_by,
                       former_next_update_at, former_last_message_at, former_waiting_since, former_last_told_at,
                       former_last_word))

// A reply that is taken out of the middle leaves to the next one what it had found.
[[nodiscard]] Reply without(const Reply& taken_out, Reply following);

// When a reply queued now may leave. It can be undone until then; but where the undo time would outlast the promise
// that the reply keeps, it leaves a second before that is due.
[[nodiscard]] Instant leaves_at(Instant now, std::chrono::seconds undo, std::optional<Instant> promise_due);

// Whether what is read first in a text runs from the right; nothing when it is all digits and signs.
[[nodiscard]] std::optional<bool> from_the_right(std::string_view text);
[[nodiscard]] inline bool right_to_left(std::string_view text) { return from_the_right(text).value_or(false); }

// Without white space around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

// "Re: Where is it? [AM-1001]": one Re:, one number, one line.
[[nodiscard]] std::string answer_subject(std::string_view subject, std::string_view ref);

} // namespace amends::reply
