// SPDX-License-Identifier: Apache-2.0
#include "staff/session_sql.h"

namespace amends::staff {
namespace {

enum class AttemptId : std::int64_t {};

// The user's first brand; a disabled user, or one without a brand, stands behind nothing.
constexpr std::string_view behind_session =
    "SELECT u.id, u.name, u.language, u.zone, u.version, m.brand_id, m.role, k.id, NULL, k.created_at, k.seen_at,"
    " k.second_factor, NULL, k.fresh_at FROM sessions k"
    " JOIN users u ON u.id = k.user_id JOIN memberships m ON m.user_id = u.id"
    " WHERE k.ended_at IS NULL AND u.disabled_at IS NULL"
    " AND m.brand_id = (SELECT min(other.brand_id) FROM memberships other WHERE other.user_id = u.id)";

constexpr std::string_view behind_token =
    "SELECT u.id, u.name, u.language, u.zone, u.version, m.brand_id, m.role, NULL, k.id, k.created_at, k.last_used_at,"
    " NULL, k.scope, NULL FROM api_tokens k"
    " JOIN users u ON u.id = k.user_id JOIN memberships m ON m.user_id = u.id"
    " WHERE k.revoked_at IS NULL AND u.disabled_at IS NULL"
    " AND m.brand_id = (SELECT min(other.brand_id) FROM memberships other WHERE other.user_id = u.id)";

} // namespace

void SessionSqlStore::add(const Session& session)
{
    session_.execute("INSERT INTO sessions (" + sql::columns<Session>() + ") VALUES (" + sql::placeholders<Session>() +
                         ")",
                     session);
}

void SessionSqlStore::change(const Session& session)
{
    session_.execute("UPDATE sessions SET hash = $hash, second_factor = $second_factor, seen_at = $seen_at,"
                     " fresh_at = $fresh_at WHERE id = $id",
                     {{"hash", session.hash},
                      {"second_factor", session.second_factor},
                      {"seen_at", session.seen_at},
                      {"fresh_at", session.fresh_at},
                      {"id", session.id}});
}

std::optional<Session> SessionSqlStore::find(SessionId id) const
{
    return session_.one<Session>("SELECT " + sql::columns<Session>() + " FROM sessions WHERE id = $id", {{"id", id}});
}

std::vector<Session> SessionSqlStore::of_user(UserId id) const
{
    return session_.all<Session>("SELECT " + sql::columns<Session>() +
                                     " FROM sessions WHERE user_id = $id AND ended_at IS NULL ORDER BY id DESC",
                                 {{"id", id}});
}

bool SessionSqlStore::known_from(UserId id, std::string_view address) const
{
    return !session_
                .query("SELECT id FROM sessions WHERE user_id = $id AND address = $address LIMIT 1",
                       {{"id", id}, {"address", address}})
                .empty();
}

std::optional<Recognised> SessionSqlStore::recognise(std::string_view hash) const
{
    return session_.one<Recognised>(std::string(behind_session) + " AND k.hash = $hash", {{"hash", hash}});
}

std::optional<Recognised> SessionSqlStore::recognise(SessionId id) const
{
    return session_.one<Recognised>(std::string(behind_session) + " AND k.id = $id", {{"id", id}});
}

void SessionSqlStore::seen(SessionId id, Instant at)
{
    session_.execute("UPDATE sessions SET seen_at = $at WHERE id = $id AND seen_at < $at", {{"id", id}, {"at", at}});
}

void SessionSqlStore::end(SessionId id, Instant at)
{
    session_.execute("UPDATE sessions SET ended_at = $at WHERE id = $id AND ended_at IS NULL",
                     {{"id", id}, {"at", at}});
}

void SessionSqlStore::end_all_but(UserId user, std::optional<SessionId> kept, Instant at)
{
    session_.execute("UPDATE sessions SET ended_at = $at WHERE user_id = $user AND ended_at IS NULL AND id <> $kept",
                     {{"user", user}, {"at", at}, {"kept", kept.value_or(SessionId{0})}});
}

void InvitationSqlStore::add(const Invitation& invitation)
{
    session_.execute("UPDATE invitations SET expires_at = 0 WHERE user_id = $user AND used_at IS NULL",
                     {{"user", invitation.user_id}});
    session_.execute("INSERT INTO invitations (" + sql::columns<Invitation>() + ") VALUES (" +
                         sql::placeholders<Invitation>() + ")",
                     invitation);
}

std::optional<Invitation> InvitationSqlStore::find(std::string_view hash) const
{
    return session_.one<Invitation>("SELECT " + sql::columns<Invitation>() + " FROM invitations WHERE hash = $hash",
                                    {{"hash", hash}});
}

bool InvitationSqlStore::use(std::string_view hash, Instant now)
{
    return session_.execute("UPDATE invitations SET used_at = $now"
                            " WHERE hash = $hash AND used_at IS NULL AND expires_at > $now",
                            {{"hash", hash}, {"now", now}}) == 1;
}

void TokenSqlStore::add(const ApiToken& token)
{
    session_.execute("INSERT INTO api_tokens (" + sql::columns<ApiToken>() + ") VALUES (" +
                         sql::placeholders<ApiToken>() + ")",
                     token);
}

std::vector<TokenView> TokenSqlStore::of_user(UserId id) const
{
    return session_.all<TokenView>("SELECT " + sql::columns<TokenView>() +
                                       " FROM api_tokens WHERE user_id = $id AND revoked_at IS NULL ORDER BY id",
                                   {{"id", id}});
}

bool TokenSqlStore::revoke(UserId owner, TokenId id, Instant now)
{
    return session_.execute("UPDATE api_tokens SET revoked_at = $now"
                            " WHERE id = $id AND user_id = $owner AND revoked_at IS NULL",
                            {{"id", id}, {"owner", owner}, {"now", now}}) == 1;
}

std::optional<Recognised> TokenSqlStore::recognise(std::string_view hash) const
{
    return session_.one<Recognised>(std::string(behind_token) + " AND k.hash = $hash", {{"hash", hash}});
}

std::optional<Recognised> TokenSqlStore::recognise(TokenId id) const
{
    return session_.one<Recognised>(std::string(behind_token) + " AND k.id = $id", {{"id", id}});
}

void TokenSqlStore::used(TokenId id, Instant at)
{
    session_.execute("UPDATE api_tokens SET last_used_at = $at WHERE id = $id", {{"id", id}, {"at", at}});
}

void AttemptSqlStore::add(std::string_view door, std::string_view key, Instant at)
{
    session_.execute("INSERT INTO attempts (door, key, at, id) VALUES ($door, $key, $at, $id)",
                     {{"door", door}, {"key", key}, {"at", at}, {"id", ids_.next<AttemptId>()}});
}

std::int64_t AttemptSqlStore::count(std::string_view door, std::string_view key, Instant since) const
{
    return session_.value<std::int64_t>(
        "SELECT count(*) FROM attempts WHERE door = $door AND key = $key AND at > $since",
        {{"door", door}, {"key", key}, {"since", since}});
}

void AttemptSqlStore::forget(std::string_view door, std::string_view key)
{
    session_.execute("DELETE FROM attempts WHERE door = $door AND key = $key", {{"door", door}, {"key", key}});
}

void AttemptSqlStore::forget_before(std::string_view door, Instant at)
{
    session_.execute("DELETE FROM attempts WHERE door = $door AND at <= $at", {{"door", door}, {"at", at}});
}

} // namespace amends::staff
