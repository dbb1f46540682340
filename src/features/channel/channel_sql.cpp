// SPDX-License-Identifier: Apache-2.0
#include "channel/channel_sql.h"

#include "platform/sql/statements.h"

namespace amends::channel {
namespace {

constexpr std::string_view triage = "(state = 'quarantined' OR state = 'unverified')";

sql::Bytes bytes_of(std::string_view text)
{
    const auto* first = reinterpret_cast<const std::byte*>(text.data());
    return {first, first + text.size()};
}

} // namespace

std::optional<Line> mail_line_at(sql::Session& session, std::string_view address)
{
    return session.one<Line>("SELECT brand_id, id FROM channels"
                             " WHERE kind = 'mail' AND address = $address AND address <> '' AND removed_at IS NULL",
                             {{"address", address}});
}

void replace_secrets(sql::Session& session, ChannelId id, std::string_view old_ones, std::string_view new_ones)
{
    session.execute("UPDATE channels SET secrets = $new WHERE id = $id AND secrets = $old",
                    {{"new", new_ones}, {"id", id}, {"old", old_ones}});
}

void ChannelSqlStore::add(const Channel& channel)
{
    session_.execute(sql::insert_into<Channel>("channels"), {channel, {{"brand", brand_}}});
}

void ChannelSqlStore::change(const Channel& channel)
{
    read_.erase(channel.id);
    session_.execute("UPDATE channels SET name = $name, address = $address, config = $config, secrets = $secrets,"
                     " secrets_set_at = $secrets_set_at, state = $state, detail = $detail, last_in_at = $last_in_at,"
                     " last_out_at = $last_out_at, read_position = $read_position, removed_at = $removed_at"
                     " WHERE brand_id = $brand AND id = $id",
                     {{"name", channel.name},
                      {"address", channel.address},
                      {"config", channel.config},
                      {"secrets", channel.secrets},
                      {"secrets_set_at", channel.secrets_set_at},
                      {"state", channel.state},
                      {"detail", channel.detail},
                      {"last_in_at", channel.last_in_at},
                      {"last_out_at", channel.last_out_at},
                      {"read_position", channel.read_position},
                      {"removed_at", channel.removed_at},
                      {"brand", brand_},
                      {"id", channel.id}});
}

std::optional<Channel> ChannelSqlStore::find(ChannelId id) const
{
    if (const auto known = read_.find(id); known != read_.end()) return known->second;
    static const std::string text = sql::select_from<Channel>("channels", "id = $id");
    auto found = session_.one<Channel>(text, {{"brand", brand_}, {"id", id}});
    if (found) read_.emplace(id, *found);
    return found;
}

std::optional<Channel> ChannelSqlStore::of_kind(Kind kind) const
{
    static const std::string text =
        sql::select_from<Channel>("channels", "kind = $kind AND removed_at IS NULL ORDER BY id LIMIT 1");
    return session_.one<Channel>(text, {{"brand", brand_}, {"kind", kind}});
}

std::vector<Channel> ChannelSqlStore::all() const
{
    static const std::string text = sql::select_from<Channel>("channels", "removed_at IS NULL ORDER BY id");
    return session_.all<Channel>(text, {{"brand", brand_}});
}

bool ChannelSqlStore::address_taken(std::string_view address, ChannelId than) const
{
    const auto line = mail_line_at(session_, address);
    return line && line->id != than;
}

void ChannelSqlStore::heard_from(ChannelId id, Instant at, std::string_view read_position)
{
    read_.erase(id);
    // Not for each mail of a flood: the row would be what everybody waits for.
    session_.execute("UPDATE channels SET last_in_at = $at,"
                     " read_position = CASE WHEN $position = '' THEN read_position ELSE $position END"
                     " WHERE brand_id = $brand AND id = $id"
                     " AND ($position <> '' OR last_in_at IS NULL OR last_in_at < CAST($at AS BIGINT) - 1000)",
                     {{"at", at}, {"position", read_position}, {"brand", brand_}, {"id", id}});
}

void ChannelSqlStore::add(const RawMessage& raw, std::string_view bytes)
{
    static const std::string text = "INSERT INTO raw_messages (brand_id, bytes, " + sql::columns<RawMessage>() +
                                    ") VALUES ($brand, $bytes, " + sql::placeholders<RawMessage>() + ")";
    session_.execute(text, {raw, {{"brand", brand_}, {"bytes", bytes_of(bytes)}}});
}

std::optional<RawMessage> ChannelSqlStore::at_position(ChannelId channel, std::string_view position) const
{
    static const std::string text = sql::select_from<RawMessage>(
        "raw_messages", "channel_id = $channel AND position = $position AND state <> 'duplicate'");
    return session_.one<RawMessage>(text, {{"brand", brand_}, {"channel", channel}, {"position", position}});
}

std::optional<RawMessage> ChannelSqlStore::raw(RawMessageId id) const
{
    static const std::string text = sql::select_from<RawMessage>("raw_messages", "id = $id");
    return session_.one<RawMessage>(text, {{"brand", brand_}, {"id", id}});
}

std::string ChannelSqlStore::bytes(RawMessageId id) const
{
    auto rows = session_.query("SELECT bytes FROM raw_messages WHERE brand_id = $brand AND id = $id",
                               {{"brand", brand_}, {"id", id}});
    if (rows.empty()) return {};
    const auto bytes = sql::from_value<sql::Bytes>(std::move(rows[0].at(0)));
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

bool ChannelSqlStore::change(const RawMessage& from, const RawMessage& to)
{
    return session_.execute("UPDATE raw_messages SET state = $state, reason = $reason, duplicate_of = $duplicate_of,"
                            " team_id = $team_id, pull_by = $pull_by, decided_by = $decided_by,"
                            " decided_at = $decided_at"
                            " WHERE brand_id = $brand AND id = $id AND state = $old_state",
                            {{"state", to.state},
                             {"reason", to.reason},
                             {"duplicate_of", to.duplicate_of},
                             {"team_id", to.team_id},
                             {"pull_by", to.pull_by},
                             {"decided_by", to.decided_by},
                             {"decided_at", to.decided_at},
                             {"brand", brand_},
                             {"id", from.id},
                             {"old_state", from.state}}) == 1;
}

std::vector<RawMessage> ChannelSqlStore::in_triage() const
{
    static const std::string text =
        sql::select_from<RawMessage>("raw_messages", std::string(triage) + " ORDER BY received_at, id");
    return session_.all<RawMessage>(text, {{"brand", brand_}});
}

} // namespace amends::channel
