// SPDX-License-Identifier: Apache-2.0
#include "staffing/staffing_sql.h"

namespace amends::staffing {

std::optional<Watch> WatchSqlStore::watch() const
{
    return session_.one<Watch>("SELECT " + sql::columns<Watch>() + " FROM occupancy_watches WHERE brand_id = $brand",
                               {{"brand", brand_}});
}

void WatchSqlStore::put(const Watch& watch)
{
    static const std::string text =
        "INSERT INTO occupancy_watches (brand_id, " + sql::columns<Watch>() + ") VALUES ($brand, " +
        sql::placeholders<Watch>() +
        ") ON CONFLICT (brand_id) DO UPDATE SET high_since = excluded.high_since,"
        " sounds_since = excluded.sounds_since, permille = excluded.permille, people = excluded.people,"
        " heard_at = excluded.heard_at";
    session_.execute(text, {watch, {{"brand", brand_}}});
}

// By the ids, which hold their time: no other index is needed for it.
std::vector<Quarter> HistorySqlStore::heard(Instant since) const
{
    return session_.all<Quarter>("SELECT at / 900000, count(*) FROM messages WHERE brand_id = $brand AND id >= $first"
                                 " AND direction = 'inbound' AND automatic = '' AND at >= $since"
                                 " GROUP BY at / 900000 ORDER BY 1",
                                 {{"brand", brand_}, {"first", Ids::least_at(since)}, {"since", since}});
}

std::optional<Instant> HistorySqlStore::first_heard() const
{
    const auto rows = session_.query("SELECT at FROM messages WHERE brand_id = $brand AND direction = 'inbound'"
                                     " ORDER BY id LIMIT 1",
                                     {{"brand", brand_}});
    if (rows.empty()) return std::nullopt;
    return sql::from_value<Instant>(sql::Value(rows.front().front()));
}

Handled HistorySqlStore::handled(Instant since) const
{
    return session_
        .one<Handled>("SELECT count(*), CAST(coalesce(sum(ends_at - begins_at), 0) AS BIGINT)"
                      " FROM handlings WHERE brand_id = $brand AND id >= $first AND ends_at > $since",
                      {{"brand", brand_}, {"first", Ids::least_at(since)}, {"since", since}})
        .value_or(Handled{});
}

std::vector<Begun> HistorySqlStore::newest(Instant until, int at_most) const
{
    return session_.all<Begun>("SELECT c.origin_at, (SELECT min(r.told_at) FROM replies r JOIN messages m"
                               " ON m.brand_id = $brand AND m.id = r.message_id AND m.author = 'agent'"
                               " WHERE r.brand_id = $brand AND r.case_id = c.id) FROM cases c"
                               " WHERE c.brand_id = $brand AND c.mark = '' AND c.origin_at <= $until"
                               " AND c.status NOT IN ('spam', 'merged') ORDER BY c.origin_at DESC, c.id DESC LIMIT " +
                                   std::to_string(at_most),
                               {{"brand", brand_}, {"until", until}});
}

} // namespace amends::staffing
