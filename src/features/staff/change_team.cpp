// SPDX-License-Identifier: Apache-2.0
#include "staff/change_team.h"

#include <algorithm>

namespace amends::staff {
namespace {

Result<std::string> team_name(std::string text)
{
    auto name = shown_name(std::move(text));
    if (!name && name.error().code == "user.name_missing") return refuse(Refusal::invalid, "team.name_missing", "name");
    return name;
}

// Each once, and only people of this brand.
Result<std::vector<UserId>> team_members(const Ports& ports, std::vector<UserId> wished)
{
    std::ranges::sort(wished);
    const auto twice = std::ranges::unique(wished);
    wished.erase(twice.begin(), twice.end());
    for (const UserId id : wished)
        if (!ports.users.role(id)) return refuse(Refusal::not_found, "user.not_found", "members");
    return wished;
}

} // namespace

Result<Team> make_team(const Ports& ports, MakeTeam wish)
{
    AMENDS_TRY(auto name, team_name(std::move(wish.name)));
    AMENDS_TRY(auto members, team_members(ports, std::move(wish.members).value_or(std::vector<UserId>{})));
    Team team{ports.ids.next<TeamId>(), std::move(name), std::move(members)};
    ports.teams.add(team);
    ports.events.append("team.made", timeline::about("team", team.id));
    return team;
}

Result<Team> change_team(const Ports& ports, TeamId id, ChangeTeam wish)
{
    auto team = ports.teams.find(id);
    if (!team) return refuse(Refusal::not_found, "team.not_found");
    if (wish.name) {
        AMENDS_TRY(auto name, team_name(*std::move(wish.name)));
        team->name = std::move(name);
    }
    if (wish.members) {
        AMENDS_TRY(auto members, team_members(ports, *std::move(wish.members)));
        team->members = std::move(members);
    }
    ports.teams.change(*team);
    ports.events.append("team.changed", timeline::about("team", id));
    return *team;
}

} // namespace amends::staff
