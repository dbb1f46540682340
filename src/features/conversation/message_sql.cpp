// SPDX-License-Identifier: Apache-2.0
#include "conversation/message_sql.h"

#include "platform/sql/statements.h"

namespace amends::conversation {

void MessageSqlStore::add(const Message& message)
{
    static const std::string text = sql::insert_into<Message>("messages");
    session_.later(text, {message, {{"brand", brand_}}});
}

void MessageSqlStore::add(const Recipient& recipient)
{
    static const std::string text = sql::insert_into<Recipient>("recipients");
    session_.later(text, {recipient, {{"brand", brand_}}});
}

void MessageSqlStore::add(const Attachment& attachment)
{
    static const std::string text = sql::insert_into<Attachment>("attachments");
    session_.later(text, {attachment, {{"brand", brand_}}});
}

ConversationId MessageSqlStore::conversation_with(PersonId person, ChannelId channel, Ids& ids, Instant now)
{
    const auto found = session_.query("SELECT id FROM conversations WHERE brand_id = $brand AND person_id = $person"
                                      " AND channel_id = $channel ORDER BY id DESC LIMIT 1",
                                      {{"brand", brand_}, {"person", person}, {"channel", channel}});
    if (!found.empty()) return static_cast<ConversationId>(std::get<std::int64_t>(found[0].at(0)));

    const auto id = ids.next<ConversationId>();
    session_.later("INSERT INTO conversations (brand_id, id, channel_id, person_id, created_at)"
                   " VALUES ($brand, $id, $channel, $person, $now)",
                   {{"brand", brand_}, {"id", id}, {"channel", channel}, {"person", person}, {"now", now}});
    return id;
}

std::optional<Message> MessageSqlStore::find(MessageId id) const
{
    static const std::string text = sql::select_from<Message>("messages", "id = $id");
    return session_.one<Message>(text, {{"brand", brand_}, {"id", id}});
}

std::optional<Message> MessageSqlStore::inbound_with(std::string_view provider_id) const
{
    static const std::string text =
        sql::select_from<Message>("messages", "direction = 'inbound' AND provider_id = $provider_id");
    return session_.one<Message>(text, {{"brand", brand_}, {"provider_id", provider_id}});
}

std::optional<Message> MessageSqlStore::of_raw(RawMessageId id) const
{
    static const std::string text = sql::select_from<Message>("messages", "raw_id IS NOT NULL AND raw_id = $raw");
    return session_.one<Message>(text, {{"brand", brand_}, {"raw", id}});
}

std::vector<Message> MessageSqlStore::of_case(CaseId id, Instant before, MessageId before_id, int at_most) const
{
    static const std::string text = sql::select_from<Message>(
        "messages", "case_id = $case AND (at, id) < ($before, $before_id) ORDER BY at DESC, id DESC LIMIT $at_most");
    return session_.all<Message>(
        text, {{"brand", brand_}, {"case", id}, {"before", before}, {"before_id", before_id}, {"at_most", at_most}});
}

std::optional<Message> MessageSqlStore::newest_inbound(CaseId id) const
{
    static const std::string text = sql::select_from<Message>(
        "messages", "case_id = $case AND direction = 'inbound' AND automatic = '' ORDER BY at DESC, id DESC LIMIT 1");
    return session_.one<Message>(text, {{"brand", brand_}, {"case", id}});
}

void MessageSqlStore::place(MessageId id, std::optional<CaseId> case_id)
{
    session_.later("UPDATE messages SET case_id = $case WHERE brand_id = $brand AND id = $id",
                   {{"case", case_id}, {"brand", brand_}, {"id", id}});
}

void MessageSqlStore::count_again(MessageId id)
{
    session_.later("UPDATE messages SET received_times = received_times + 1 WHERE brand_id = $brand AND id = $id",
                   {{"brand", brand_}, {"id", id}});
}

std::vector<Recipient> MessageSqlStore::recipients(MessageId id) const
{
    static const std::string text = sql::select_from<Recipient>("recipients", "message_id = $message ORDER BY id");
    return session_.all<Recipient>(text, {{"brand", brand_}, {"message", id}});
}

std::optional<Recipient> MessageSqlStore::recipient(RecipientId id) const
{
    static const std::string text = sql::select_from<Recipient>("recipients", "id = $id");
    return session_.one<Recipient>(text, {{"brand", brand_}, {"id", id}});
}

std::optional<Recipient> MessageSqlStore::recipient_with(std::string_view tag) const
{
    static const std::string text = sql::select_from<Recipient>("recipients", "tag <> '' AND tag = $tag");
    return session_.one<Recipient>(text, {{"brand", brand_}, {"tag", tag}});
}

bool MessageSqlStore::change(const Recipient& from, const Recipient& to)
{
    return session_.execute("UPDATE recipients SET reach = $reach, reach_at = $reach_at, detail = $detail,"
                            " provider_ref = $provider_ref, claimed_until = $claimed_until"
                            " WHERE brand_id = $brand AND id = $id AND reach = $old_reach",
                            {{"reach", to.reach},
                             {"reach_at", to.reach_at},
                             {"detail", to.detail},
                             {"provider_ref", to.provider_ref},
                             {"claimed_until", to.claimed_until},
                             {"brand", brand_},
                             {"id", from.id},
                             {"old_reach", from.reach}}) == 1;
}

std::vector<Attachment> MessageSqlStore::attachments(MessageId id) const
{
    static const std::string text = sql::select_from<Attachment>("attachments", "message_id = $message ORDER BY id");
    return session_.all<Attachment>(text, {{"brand", brand_}, {"message", id}});
}

std::optional<Attachment> MessageSqlStore::attachment(AttachmentId id) const
{
    static const std::string text = sql::select_from<Attachment>("attachments", "id = $id");
    return session_.one<Attachment>(text, {{"brand", brand_}, {"id", id}});
}

std::optional<Attachment> MessageSqlStore::attachment_with(std::string_view handle) const
{
    static const std::string text = sql::select_from<Attachment>("attachments", "handle = $handle");
    return session_.one<Attachment>(text, {{"brand", brand_}, {"handle", handle}});
}

void MessageSqlStore::attach(AttachmentId id, MessageId message, CaseId case_id)
{
    session_.later("UPDATE attachments SET message_id = $message, case_id = $case"
                   " WHERE brand_id = $brand AND id = $id AND message_id IS NULL",
                   {{"message", message}, {"case", case_id}, {"brand", brand_}, {"id", id}});
}

void TextSqlStore::add(TextId id, std::string_view language, std::string_view body)
{
    session_.later("INSERT INTO texts (brand_id, id, version, language, body)"
                   " VALUES ($brand, $id, 1, $language, $body)",
                   {{"brand", brand_}, {"id", id}, {"language", language}, {"body", body}});
}

void TextSqlStore::revise(TextId id, std::string_view language, std::string_view body)
{
    session_.later("INSERT INTO texts (brand_id, id, version, language, body)"
                   " SELECT $brand, $id, max(version) + 1, $language, $body FROM texts"
                   " WHERE brand_id = $brand AND id = $id",
                   {{"brand", brand_}, {"id", id}, {"language", language}, {"body", body}});
}

std::string TextSqlStore::text(TextId id) const
{
    auto rows = session_.query("SELECT body FROM texts WHERE brand_id = $brand AND id = $id"
                               " ORDER BY version DESC LIMIT 1",
                               {{"brand", brand_}, {"id", id}});
    return rows.empty() ? std::string() : sql::from_value<std::string>(std::move(rows[0].at(0)));
}

} // namespace amends::conversation
