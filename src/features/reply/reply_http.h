// SPDX-License-Identifier: Apache-2.0
// Replies over HTTP, as Results: what is refused is rolled back by the caller, which also writes the answer's view.
#pragma once

#include "platform/http/message.h"
#include "platform/json/schema.h"
#include "reply/decide_recipient.h"
#include "reply/save_draft.h"
#include "reply/withdraw_message.h"

namespace amends::reply {

// What is to be promised; basis and ground may be left out.
struct IntendedWish {
    promise::Kind kind{};
    std::optional<std::string> text{};
    Instant due_at{};
    std::optional<promise::Basis> basis{};
    std::optional<std::string> ground{};
};
BOOST_DESCRIBE_STRUCT(IntendedWish, (), (kind, text, due_at, basis, ground))
[[nodiscard]] promise::Intended intended_from(IntendedWish wish);

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
    std::optional<std::vector<IntendedWish>> promises{};
    std::optional<bool> not_a_promise{};
    std::optional<std::vector<PromiseId>> warns{};
};
BOOST_DESCRIBE_STRUCT(MessageWish, (),
                      (text, next_update_at, final, reason, to, cc, attachments, seen_message, confirmed_stale,
                       promises, not_a_promise, warns))

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
