// SPDX-License-Identifier: Apache-2.0
#include "reply/reply_sql.h"

#include "platform/json/write.h"
#include "platform/sql/statements.h"

namespace amends::reply {
namespace {

struct WarnedPromise {
    PromiseId promise_id{};
};
BOOST_DESCRIBE_STRUCT(WarnedPromise, (), (promise_id))

} // namespace

void ReplySqlStore::add(const Reply& reply)
{
    static const std::string text = sql::insert_into<Reply>("replies");
    session_.later(text, {reply, {{"brand", brand_}}});
}

void ReplySqlStore::change(const Reply& reply)
{
    session_.later("UPDATE replies SET next_update_at = $next_update_at, promise_id = $promise_id,"
                   " told_at = $told_at, untold_at = $untold_at, withdrawn_at = $withdrawn_at,"
                   " former_status = $former_status, former_owner = $former_owner,"
                   " former_pull_by = $former_pull_by, former_next_update_at = $former_next_update_at,"
                   " former_last_message_at = $former_last_message_at,"
                   " former_waiting_since = $former_waiting_since, former_last_told_at = $former_last_told_at,"
                   " former_last_word = $former_last_word"
                   " WHERE brand_id = $brand AND message_id = $message_id",
                   {{"next_update_at", reply.next_update_at},
                    {"promise_id", reply.promise_id},
                    {"told_at", reply.told_at},
                    {"untold_at", reply.untold_at},
                    {"withdrawn_at", reply.withdrawn_at},
                    {"former_status", reply.former_status},
                    {"former_owner", reply.former_owner},
                    {"former_pull_by", reply.former_pull_by},
                    {"former_next_update_at", reply.former_next_update_at},
                    {"former_last_message_at", reply.former_last_message_at},
                    {"former_waiting_since", reply.former_waiting_since},
                    {"former_last_told_at", reply.former_last_told_at},
                    {"former_last_word", reply.former_last_word},
                    {"brand", brand_},
                    {"message_id", reply.message_id}});
}

std::optional<Reply> ReplySqlStore::find(MessageId id) const
{
    static const std::string text =
        "SELECT " + sql::columns<Reply>() + " FROM replies WHERE brand_id = $brand AND message_id = $message";
    return session_.one<Reply>(text, {{"brand", brand_}, {"message", id}});
}

std::optional<Reply> ReplySqlStore::following(const Reply& reply) const
{
    static const std::string text = "SELECT " + sql::columns<Reply>() +
                                    " FROM replies WHERE brand_id = $brand AND case_id = $case"
                                    " AND message_id > $message AND withdrawn_at IS NULL ORDER BY message_id LIMIT 1";
    return session_.one<Reply>(text, {{"brand", brand_}, {"case", reply.case_id}, {"message", reply.message_id}});
}

void ReplySqlStore::detach_files(MessageId id)
{
    session_.later("UPDATE attachments SET message_id = NULL, case_id = NULL"
                   " WHERE brand_id = $brand AND message_id = $message",
                   {{"brand", brand_}, {"message", id}});
}

std::vector<conversation::Recipient> ReplySqlStore::claimed(Instant claimed_until) const
{
    static const std::string text = "SELECT " + sql::columns<conversation::Recipient>() +
                                    " FROM recipients WHERE brand_id = $brand AND reach = 'sending'"
                                    " AND claimed_until <= $until ORDER BY id";
    return session_.all<conversation::Recipient>(text, {{"brand", brand_}, {"until", claimed_until}});
}

// The job is claimed before the copy is, and finished when it is known what became of it.
std::vector<conversation::Recipient> ReplySqlStore::claimed_by(unsigned node) const
{
    static const std::string text =
        "SELECT " + sql::columns<conversation::Recipient>() +
        " FROM recipients WHERE brand_id = $brand AND reach = 'sending' AND EXISTS (SELECT 1 FROM jobs j"
        " WHERE j.brand_id = $brand AND j.kind = 'send' AND j.subject = recipients.id AND j.claimed_by = $node)"
        " ORDER BY id";
    return session_.all<conversation::Recipient>(text, {{"brand", brand_}, {"node", node}});
}

void ReplySqlStore::add(const Contact& contact)
{
    static const std::string text = sql::insert_into<Contact>("contacts");
    session_.later(text, {contact, {{"brand", brand_}}});
}

void ReplySqlStore::add(const IntendedPromise& intended)
{
    static const std::string text = sql::insert_into<IntendedPromise>("intended_promises");
    session_.later(text, {intended, {{"brand", brand_}}});
}

void ReplySqlStore::told(const IntendedPromise& intended)
{
    session_.later("UPDATE intended_promises SET promise_id = $promise"
                   " WHERE brand_id = $brand AND message_id = $message AND ordinal = $ordinal",
                   {{"promise", intended.promise_id},
                    {"brand", brand_},
                    {"message", intended.message_id},
                    {"ordinal", intended.ordinal}});
}

std::vector<IntendedPromise> ReplySqlStore::intended(MessageId id) const
{
    static const std::string text = "SELECT " + sql::columns<IntendedPromise>() +
                                    " FROM intended_promises WHERE brand_id = $brand AND message_id = $message"
                                    " ORDER BY ordinal";
    return session_.all<IntendedPromise>(text, {{"brand", brand_}, {"message", id}});
}

std::string ReplySqlStore::as_draft(const std::vector<IntendedPromise>& intended) const
{
    std::vector<promise::Intended> list;
    for (const auto& each : intended) {
        const bool claimed = each.basis == promise::Basis::clause || each.basis == promise::Basis::fact;
        list.push_back(
            {each.kind, each.text, each.due_at, claimed ? std::optional(each.basis) : std::nullopt, each.ground});
    }
    return json::text_of(list);
}

void ReplySqlStore::warns(MessageId id, PromiseId promise)
{
    session_.later("INSERT INTO delay_notices (brand_id, message_id, promise_id) VALUES ($brand, $message, $promise)"
                   " ON CONFLICT (brand_id, message_id, promise_id) DO NOTHING",
                   {{"brand", brand_}, {"message", id}, {"promise", promise}});
}

std::vector<PromiseId> ReplySqlStore::warned_by(MessageId id) const
{
    std::vector<PromiseId> promises;
    for (const auto& row : session_.all<WarnedPromise>(
             "SELECT promise_id FROM delay_notices WHERE brand_id = $brand AND message_id = $message"
             " ORDER BY promise_id",
             {{"brand", brand_}, {"message", id}}))
        promises.push_back(row.promise_id);
    return promises;
}

void ReplySqlStore::put(const Draft& draft)
{
    static const std::string text = sql::insert_into<Draft>(
        "drafts", " ON CONFLICT (brand_id, case_id, user_id, kind) DO UPDATE SET text = excluded.text,"
                  " next_update_at = excluded.next_update_at, attachments = excluded.attachments,"
                  " seen_message = excluded.seen_message, promises = excluded.promises, saved_at = excluded.saved_at");
    session_.later(text, {draft, {{"brand", brand_}}});
}

std::optional<Draft> ReplySqlStore::draft(CaseId case_id, UserId user, DraftKind kind) const
{
    static const std::string text = "SELECT " + sql::columns<Draft>() +
                                    " FROM drafts WHERE brand_id = $brand AND case_id = $case"
                                    " AND user_id = $user AND kind = $kind";
    return session_.one<Draft>(text, {{"brand", brand_}, {"case", case_id}, {"user", user}, {"kind", kind}});
}

void ReplySqlStore::remove_draft(CaseId case_id, UserId user, DraftKind kind)
{
    session_.later("DELETE FROM drafts WHERE brand_id = $brand AND case_id = $case AND user_id = $user"
                   " AND kind = $kind",
                   {{"brand", brand_}, {"case", case_id}, {"user", user}, {"kind", kind}});
}

std::int64_t ReplySqlStore::heard_from(std::string_view address, Instant since) const
{
    return session_.value<std::int64_t>("SELECT count(*) FROM messages WHERE brand_id = $brand"
                                        " AND direction = 'inbound' AND from_address = $address AND at > $since",
                                        {{"brand", brand_}, {"address", address}, {"since", since}});
}

std::int64_t ReplySqlStore::automatic_to(std::string_view address, Instant since) const
{
    return session_.value<std::int64_t>(
        "SELECT count(*) FROM recipients r JOIN messages m ON m.brand_id = r.brand_id AND m.id = r.message_id"
        " WHERE r.brand_id = $brand AND r.address = $address AND r.reach_at > $since AND r.reach <> 'skipped'"
        " AND m.author = 'rule' AND m.at > $since",
        {{"brand", brand_}, {"address", address}, {"since", since}});
}

std::int64_t ReplySqlStore::automatic_to_strangers(Instant since) const
{
    // What answers a form or a program answers no Message-ID.
    return session_.value<std::int64_t>("SELECT count(*) FROM messages WHERE brand_id = $brand AND author = 'rule'"
                                        " AND at > $since AND in_reply_to = ''",
                                        {{"brand", brand_}, {"since", since}});
}

bool ReplySqlStore::said_to(std::string_view address, std::string_view text, Instant since) const
{
    return session_.value<std::int64_t>(
               "SELECT count(*) FROM recipients r JOIN messages m ON m.brand_id = r.brand_id AND m.id = r.message_id"
               " JOIN texts t ON t.brand_id = m.brand_id AND t.id = m.text_id"
               " WHERE r.brand_id = $brand AND r.address = $address AND r.reach_at > $since AND r.reach <> 'skipped'"
               " AND m.author = 'rule' AND t.body = $text",
               {{"brand", brand_}, {"address", address}, {"since", since}, {"text", text}}) > 0;
}

} // namespace amends::reply
