// SPDX-License-Identifier: Apache-2.0
// Replies over HTTP, as Results: what is refused is rolled back by the caller, which also writes the answer's view.
#pragma once

#include "platform/http/message.h"
#include "platform/json/schema.h"
#include "reply/decide_recipient.h"
#include "reply/save_draft.h"
#include "reply/withdraw_message.h"

namespace amends::reply {

// What a reply is asked for with, over HTTP; the description of the interface is made of it too.
struct MessageWish {
    std::string text{};
    std::optional<Instant> next_update_at{};
    std::optional<bool> final{};
    std::optional<std::string> reason{};
    std::optional<std::vector<std::string>> to{};
    std::optional<std::vector<std::string>> cc{};
    std::optional<std::vector<AttachmentId>> attachments{};
    std::optional<MessageId> seen_message{};
    std::optional<bool> confirmed_stale{};
};
BOOST_DESCRIBE_STRUCT(MessageWish, (),
                      (text, next_update_at, final, reason, to, cc, attachments, seen_message, confirmed_stale))

[[nodiscard]] Result<Queued> post_message(const Ports& ports, const Writer& writer, const http::Request& request);
[[nodiscard]] Result<Withdrawn> post_withdrawal(const Ports& ports, const Writer& writer, const http::Request& request);
// "/messages/{id}/recipients/{rid}/decision"
[[nodiscard]] Result<void> post_decision(const Ports& ports, const http::Request& request);
[[nodiscard]] Result<Saved> put_draft(const Ports& ports, const Writer& writer, const http::Request& request);
// "?kind=note"; a reply's when nothing is said.
[[nodiscard]] Result<void> delete_draft(const Ports& ports, const Writer& writer, const http::Request& request);

// What each of these addresses takes and gives.
[[nodiscard]] json::Shapes shapes();

} // namespace amends::reply
