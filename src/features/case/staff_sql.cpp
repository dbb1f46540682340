// SPDX-License-Identifier: Apache-2.0
#include "case/staff_sql.h"

namespace amends::cases {

bool StaffSql::may_own(UserId id) const
{
    return !session_
                .query("SELECT 1 FROM memberships JOIN users ON users.id = memberships.user_id"
                       " WHERE memberships.brand_id = $brand AND users.id = $user AND users.disabled_at IS NULL"
                       " AND memberships.role IN ('admin', 'lead', 'agent')",
                       {{"brand", brand_}, {"user", id}})
                .empty();
}

bool StaffSql::senior(UserId id) const
{
    return !session_
                .query("SELECT 1 FROM memberships WHERE brand_id = $brand AND user_id = $user"
                       " AND role IN ('admin', 'lead')",
                       {{"brand", brand_}, {"user", id}})
                .empty();
}

bool StaffSql::team_exists(TeamId id) const
{
    return !session_
                .query("SELECT 1 FROM teams WHERE brand_id = $brand AND id = $team", {{"brand", brand_}, {"team", id}})
                .empty();
}

void StaffSql::touch(std::optional<UserId> user, std::optional<TeamId> team) const
{
    if (user)
        session_.execute("UPDATE memberships SET role = role WHERE brand_id = $brand AND user_id = $user",
                         {{"brand", brand_}, {"user", *user}});
    else if (team)
        session_.execute("UPDATE teams SET name = name WHERE brand_id = $brand AND id = $team",
                         {{"brand", brand_}, {"team", *team}});
}

bool StaffSql::may_take_more(UserId id) const
{
    return session_
        .query("SELECT 1 FROM memberships m LEFT JOIN work_settings w ON w.brand_id = $brand AND w.user_id = m.user_id"
               " WHERE m.brand_id = $brand AND m.user_id = $user AND m.role = 'agent' AND coalesce(w.cap, 20) <="
               " (SELECT count(*) FROM cases c WHERE c.brand_id = $brand AND c.owner_id = $user"
               " AND c.status IN ('queued', 'open', 'waiting'))",
               {{"brand", brand_}, {"user", id}})
        .empty();
}

} // namespace amends::cases
