// SPDX-License-Identifier: Apache-2.0
#include "staff/team_sql.h"

namespace amends::staff {

void TeamSqlStore::add(const Team& team)
{
    session_.execute("INSERT INTO teams (brand_id, id, name) VALUES ($brand, $id, $name)",
                     {{"brand", brand_}, {"id", team.id}, {"name", team.name}});
    write_members(team);
}

void TeamSqlStore::change(const Team& team)
{
    session_.execute("UPDATE teams SET name = $name WHERE brand_id = $brand AND id = $id",
                     {{"brand", brand_}, {"id", team.id}, {"name", team.name}});
    session_.execute("DELETE FROM team_members WHERE brand_id = $brand AND team_id = $id",
                     {{"brand", brand_}, {"id", team.id}});
    write_members(team);
}

std::optional<Team> TeamSqlStore::find(TeamId id) const
{
    const auto row = session_.one<Who>("SELECT id, name FROM teams WHERE brand_id = $brand AND id = $id",
                                       {{"brand", brand_}, {"id", id}});
    if (!row) return std::nullopt;
    return Team{id, row->name, members_of(id)};
}

std::vector<Team> TeamSqlStore::all() const
{
    std::vector<Team> teams;
    for (const Who& row :
         session_.all<Who>("SELECT id, name FROM teams WHERE brand_id = $brand ORDER BY name, id", {{"brand", brand_}}))
        teams.push_back({TeamId{row.id}, row.name, members_of(TeamId{row.id})});
    return teams;
}

std::vector<Who> TeamSqlStore::of_user(UserId id) const
{
    return session_.all<Who>("SELECT t.id, t.name FROM teams t JOIN team_members m"
                             " ON m.brand_id = t.brand_id AND m.team_id = t.id"
                             " WHERE t.brand_id = $brand AND m.user_id = $id ORDER BY t.name, t.id",
                             {{"brand", brand_}, {"id", id}});
}

void TeamSqlStore::write_members(const Team& team)
{
    for (const UserId id : team.members)
        session_.execute("INSERT INTO team_members (brand_id, team_id, user_id) VALUES ($brand, $team, $user)",
                         {{"brand", brand_}, {"team", team.id}, {"user", id}});
}

std::vector<UserId> TeamSqlStore::members_of(TeamId id) const
{
    std::vector<UserId> members;
    for (auto& row : session_.query("SELECT user_id FROM team_members WHERE brand_id = $brand AND team_id = $id"
                                    " ORDER BY user_id",
                                    {{"brand", brand_}, {"id", id}}))
        members.push_back(sql::from_value<UserId>(std::move(row[0])));
    return members;
}

} // namespace amends::staff
