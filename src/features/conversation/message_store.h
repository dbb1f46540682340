// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "conversation/message.h"

namespace amends::conversation {

struct MessageStore {
    virtual ~MessageStore() = default;

    virtual void add(const Message& message) = 0;
    virtual void add(const Recipient& recipient) = 0;
    virtual void add(const Attachment& attachment) = 0;
    [[nodiscard]] virtual ConversationId conversation_with(PersonId person, ChannelId channel, Ids& ids,
                                                           Instant now) = 0;

    [[nodiscard]] virtual std::optional<Message> find(MessageId id) const = 0;
    [[nodiscard]] virtual std::optional<Message> inbound_with(std::string_view provider_id) const = 0;
    [[nodiscard]] virtual std::optional<Message> of_raw(RawMessageId id) const = 0;
    // Newest first, from before (at, id) on.
    [[nodiscard]] virtual std::vector<Message> of_case(CaseId id, Instant before, MessageId before_id,
                                                       int at_most) const = 0;
    [[nodiscard]] virtual std::optional<Message> newest_inbound(CaseId id) const = 0;
    virtual void place(MessageId id, std::optional<CaseId> case_id) = 0;
    virtual void count_again(MessageId id) = 0;

    [[nodiscard]] virtual std::vector<Recipient> recipients(MessageId id) const = 0;
    [[nodiscard]] virtual std::optional<Recipient> recipient(RecipientId id) const = 0;
    [[nodiscard]] virtual std::optional<Recipient> recipient_with(std::string_view tag) const = 0;
    // False when its reach is no longer as it was read.
    [[nodiscard]] virtual bool change(const Recipient& from, const Recipient& to) = 0;

    [[nodiscard]] virtual std::vector<Attachment> attachments(MessageId id) const = 0;
    [[nodiscard]] virtual std::optional<Attachment> attachment(AttachmentId id) const = 0;
    [[nodiscard]] virtual std::optional<Attachment> attachment_with(std::string_view handle) const = 0;
    virtual void attach(AttachmentId id, MessageId message, CaseId case_id) = 0;
};

// Texts of people have versions and are never edited.
struct TextStore {
    virtual ~TextStore() = default;
    virtual void add(TextId id, std::string_view language, std::string_view body) = 0; // Version 1.
    virtual void revise(TextId id, std::string_view language, std::string_view body) = 0;
    // The newest version; empty when there is none.
    [[nodiscard]] virtual std::string text(TextId id) const = 0;
};

} // namespace amends::conversation
