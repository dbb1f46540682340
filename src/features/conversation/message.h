// SPDX-License-Identifier: Apache-2.0
// A message is one unit of talk with a customer, in or out. It never changes, and its state is computed from its
// recipients. A note is another thing: no function that sends takes one (I17).
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace amends::conversation {

enum class Direction : std::uint8_t { inbound, outbound };
BOOST_DESCRIBE_ENUM(Direction, inbound, outbound)

enum class MessageKind : std::uint8_t { email, form, api, call, letter, in_person };
BOOST_DESCRIBE_ENUM(MessageKind, email, form, api, call, letter, in_person)

enum class Author : std::uint8_t { customer, agent, bot, rule };
BOOST_DESCRIBE_ENUM(Author, customer, agent, bot, rule)

enum class Purpose : std::uint8_t { service, acknowledgement, notice, survey };
BOOST_DESCRIBE_ENUM(Purpose, service, acknowledgement, notice, survey)

struct Message {
    MessageId id{};
    ConversationId conversation_id{};
    std::optional<CaseId> case_id{}; // None while it lies in triage.
    std::optional<RawMessageId> raw_id{};
    Direction direction{};
    MessageKind kind{};
    Author author{};
    std::optional<UserId> author_user{};
    std::optional<PersonId> person_id{};
    std::string from_name{};
    std::string from_address{};
    Purpose purpose{};
    std::string subject{};
    TextId text_id{};
    std::int64_t visible_length{}; // So many bytes of the text are its own; quotation and signature follow.
    std::string html_blob{};
    std::string language{};
    bool right_to_left{};
    std::string automatic{}; // "auto_reply", "bounce", "feedback_report", "list", or empty for a human's.
    std::string provider_id{};
    std::string in_reply_to{};
    std::string proof{}; // How far the sender was proved: "proven", "plausible", "forged" or empty.
    std::string body_hash{};
    bool has_attachments{};
    std::int64_t received_times = 1;
    std::optional<Instant> send_after{};
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(Message, (),
                      (id, conversation_id, case_id, raw_id, direction, kind, author, author_user, person_id, from_name,
                       from_address, purpose, subject, text_id, visible_length, html_blob, language, right_to_left,
                       automatic, provider_id, in_reply_to, proof, body_hash, has_attachments, received_times,
                       send_after, at))

enum class Role : std::uint8_t { to, cc, bcc };
BOOST_DESCRIBE_ENUM(Role, to, cc, bcc)

// How far a message is known to have come for one addressee. `sending` is a claim whose answer is not known yet.
enum class Reach : std::uint8_t { pending, sending, sent, delivered, read, failed, bounced, unconfirmed, skipped };
BOOST_DESCRIBE_ENUM(Reach, pending, sending, sent, delivered, read, failed, bounced, unconfirmed, skipped)

struct Recipient {
    RecipientId id{};
    MessageId message_id{};
    std::optional<CaseId> case_id{};
    std::string address{};
    std::string name{};
    Role role{};
    Reach reach{};
    Instant reach_at{};
    std::string detail{};
    std::string tag{}; // The token of its Message-ID and Reply-To.
    std::string provider_ref{};
    std::optional<Instant> claimed_until{};
};
BOOST_DESCRIBE_STRUCT(Recipient, (),
                      (id, message_id, case_id, address, name, role, reach, reach_at, detail, tag, provider_ref,
                       claimed_until))

enum class State : std::uint8_t { received, queued, withdrawn, sending, sent, failed, unconfirmed };
BOOST_DESCRIBE_ENUM(State, received, queued, withdrawn, sending, sent, failed, unconfirmed)

inline constexpr std::string_view withdrawn_detail = "withdrawn";

// The state of a message follows from its recipients: unconfirmed before anything else, because its owner is asked.
[[nodiscard]] State state_of(Direction direction, std::span<const Recipient> recipients);

// Reports come late, twice and out of order: a later state is never undone by an earlier one, but bounced wins over
// sent and delivered. Nothing that a machine reports leads from failed, skipped or pending to anywhere.
[[nodiscard]] bool may_become(Reach from, Reach to);

struct Attachment {
    AttachmentId id{};
    std::string handle{}; // A random token: what opens the file, together with the right to its message.
    std::optional<MessageId> message_id{};
    std::optional<CaseId> case_id{};
    std::optional<UserId> uploaded_by{};
    std::optional<PersonId> uploaded_link{}; // A customer who uploaded it from the case's page.
    std::string name{};
    std::string mime{};
    std::int64_t size{};
    std::string blob{};
    std::string content_id{};
    bool in_line{};
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(Attachment, (),
                      (id, handle, message_id, case_id, uploaded_by, uploaded_link, name, mime, size, blob, content_id,
                       in_line, at))

} // namespace amends::conversation
