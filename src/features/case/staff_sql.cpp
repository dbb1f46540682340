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

} // namespace amends::cases
