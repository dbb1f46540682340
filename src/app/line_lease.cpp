// SPDX-License-Identifier: Apache-2.0
#include "app/line_lease.h"

namespace amends {

std::optional<std::int64_t> hold_line(House& house, const channel::Line& line)
{
    const auto rows = house.pool.take()->query(
        "INSERT INTO line_leases (brand_id, channel_id, node, fence) VALUES ($brand, $channel, $node, 1)"
        " ON CONFLICT (brand_id, channel_id) DO UPDATE SET node = excluded.node, fence = line_leases.fence + 1"
        " WHERE line_leases.node = excluded.node OR line_leases.node NOT IN (SELECT number FROM nodes) RETURNING fence",
        {{"brand", line.brand_id}, {"channel", line.id}, {"node", house.node_number()}});
    if (rows.empty()) return std::nullopt;
    return sql::from_value<std::int64_t>(sql::Value(rows.front().front()));
}

bool still_holds_line(sql::Session& session, const channel::Line& line, std::int64_t fence)
{
    return session.execute("UPDATE line_leases SET fence = fence WHERE brand_id = $brand AND channel_id = $channel"
                           " AND fence = $fence",
                           {{"brand", line.brand_id}, {"channel", line.id}, {"fence", fence}}) == 1;
}

} // namespace amends
