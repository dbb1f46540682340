// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "conversation/message_store.h"
#include "platform/sql/session.h"

namespace amends::conversation {

class MessageSqlStore final : public MessageStore {
public:
    MessageSqlStore(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}

    void add(const Message& message) override;
    void add(const Recipient& recipient) override;
    void add(const Attachment& attachment) override;
    [[nodiscard]] ConversationId conversation_with(PersonId person, ChannelId channel, Ids& ids, Instant now) override;

    [[nodiscard]] std::optional<Message> find(MessageId id) const override;
    [[nodiscard]] std::optional<Message> inbound_with(std::string_view provider_id) const override;
    [[nodiscard]] std::optional<Message> of_raw(RawMessageId id) const override;
    [[nodiscard]] std::vector<Message> of_case(CaseId id, Instant before, MessageId before_id,
                                               int at_most) const override;
    [[nodiscard]] std::optional<Message> newest_inbound(CaseId id) const override;
    void place(MessageId id, std::optional<CaseId> case_id) override;
    void count_again(MessageId id) override;

    [[nodiscard]] std::vector<Recipient> recipients(MessageId id) const override;
    [[nodiscard]] std::optional<Recipient> recipient(RecipientId id) const override;
    [[nodiscard]] std::optional<Recipient> recipient_with(std::string_view tag) const override;
    [[nodiscard]] bool change(const Recipient& from, const Recipient& to) override;

    [[nodiscard]] std::vector<Attachment> attachments(MessageId id) const override;
    [[nodiscard]] std::optional<Attachment> attachment(AttachmentId id) const override;
    [[nodiscard]] std::optional<Attachment> attachment_with(std::string_view handle) const override;
    void attach(AttachmentId id, MessageId message, CaseId case_id) override;

private:
    sql::Session& session_;
    BrandId brand_;
};

class TextSqlStore final : public TextStore {
public:
    TextSqlStore(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    void add(TextId id, std::string_view language, std::string_view body) override;
    void revise(TextId id, std::string_view language, std::string_view body) override;
    [[nodiscard]] std::string text(TextId id) const override;

private:
    sql::Session& session_;
    BrandId brand_;
};

} // namespace amends::conversation
