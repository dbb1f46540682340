// SPDX-License-Identifier: Apache-2.0
#include "queue/queue_sql.h"

#include "platform/sql/questions.h"

#include <algorithm>

namespace amends::queue {
namespace {

struct Count {
    TeamId team{};
    std::int64_t due_in_a_row{};
};
BOOST_DESCRIBE_STRUCT(Count, (), (team, due_in_a_row))

constexpr std::string_view waiting_cases =
    "SELECT c.id, c.number, c.subject, coalesce(p.name, ''), c.language, c.type, c.team_id, c.severity_stated,"
    " c.severity_assessed, c.visibility, c.waiting_since, c.due_at, c.pull_by, c.next_update_at,"
    " (SELECT min(o.due_at) FROM promises o WHERE o.brand_id = $brand AND o.case_id = c.id"
    " AND o.state = 'open' AND o.side = 'us')"
    " FROM cases c LEFT JOIN people p ON p.brand_id = $brand AND p.id = c.person_id"
    " WHERE c.brand_id = $brand AND c.team_id = $team AND c.status = 'queued' ORDER BY c.id";

} // namespace

std::vector<QueueTeam> QueueSqlStore::teams() const
{
    return session_.all<QueueTeam>("SELECT id, name FROM teams WHERE brand_id = $brand ORDER BY name, id",
                                   {{"brand", brand_}});
}

std::vector<Waiting> QueueSqlStore::waiting(std::span<const TeamId> teams) const
{
    std::vector<Waiting> found;
    sql::Questions questions(session_);
    for (const TeamId team : teams)
        questions.all<Waiting>(std::string(waiting_cases), {{"brand", brand_}, {"team", team}}, found);
    questions.answer();
    return found;
}

DueInARow QueueSqlStore::due_in_a_row() const
{
    DueInARow counts;
    for (const auto& [team, due] : session_.all<Count>(
             "SELECT team_id, due_in_a_row FROM queue_pulls WHERE brand_id = $brand", {{"brand", brand_}}))
        counts[team] = due;
    return counts;
}

void QueueSqlStore::hold_still(std::span<const TeamId> teams)
{
    std::vector<TeamId> sorted(teams.begin(), teams.end());
    std::ranges::sort(sorted); // Two who hold the same teams must not wait for each other.
    for (const TeamId team : sorted)
        session_.execute("INSERT INTO queue_pulls (brand_id, team_id, due_in_a_row, pulls)"
                         " VALUES ($brand, $team, 0, 0)"
                         " ON CONFLICT (brand_id, team_id) DO UPDATE SET pulls = queue_pulls.pulls",
                         {{"brand", brand_}, {"team", team}});
}

void QueueSqlStore::pulled(TeamId team, std::int64_t due_in_a_row)
{
    session_.execute("UPDATE queue_pulls SET due_in_a_row = $due, pulls = pulls + 1"
                     " WHERE brand_id = $brand AND team_id = $team",
                     {{"due", due_in_a_row}, {"brand", brand_}, {"team", team}});
}

} // namespace amends::queue
