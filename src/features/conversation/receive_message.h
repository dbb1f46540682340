// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "conversation/message_store.h"
#include "person/meet_person.h"
#include "timeline/event_log.h"

namespace amends::conversation {

struct ReceivedFile {
    std::string name{};
    std::string mime{};
    std::int64_t size{};
    std::string blob{};
    std::string content_id{};
    bool in_line{};
};

struct Addressee {
    std::string name{};
    std::string address{};
    Role role{};
};

// What was understood of something that came in, by mail, form or interface.
struct Received {
    ChannelId channel_id{};
    std::optional<RawMessageId> raw_id{};
    MessageKind kind{};
    Instant at{};
    std::string from_name{};
    std::string from_address{}; // Normalised.
    std::vector<Addressee> addressees{};
    std::string subject{};
    std::string text{};
    std::int64_t visible_length{};
    std::string html_blob{};
    std::string language{};
    bool right_to_left{};
    std::string automatic{};
    std::string external_id{}; // Message-ID or the like; may be missing, may be a lie.
    std::string in_reply_to{};
    std::string body_hash{};
    std::string proof{};
    std::vector<ReceivedFile> files{};
};

struct Ports {
    MessageStore& messages;
    TextStore& texts;
    person::PersonStore& people;
    timeline::EventLog& events;
    Ids& ids;
    const Clock& clock;
    std::string (*new_handle)(); // A random token for each file.
};

struct Kept {
    Message message{};
    person::Person person{};
    bool seen_before = false; // The same mail again, for example in two mailboxes: it was counted, nothing else.
};

// Stores the message; where it lies is decided by cases::place_message.
[[nodiscard]] Kept receive_message(const Ports& ports, const Received& received);

// The Message-ID while bodies agree; with a mark of the body where another body already has it; the body's mark alone
// where there is none. The same mail twice is one message, and a distinct message is never dropped.
[[nodiscard]] std::string provider_id_of(std::string_view external_id, std::string_view body_hash,
                                         const std::optional<Message>& holder);

} // namespace amends::conversation
