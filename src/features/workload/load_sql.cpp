// SPDX-License-Identifier: Apache-2.0
#include "workload/load_sql.h"

namespace amends::workload {

std::vector<Held> LoadSqlStore::held() const
{
    return session_.all<Held>(
        "SELECT c.id, c.number, c.subject, c.owner_id, coalesce(c.team_id, 0), c.type, c.language,"
        " CASE WHEN o.due_at IS NULL OR c.next_update_at < o.due_at THEN c.next_update_at ELSE o.due_at END,"
        " coalesce(o.open, 0)"
        " FROM cases c LEFT JOIN (SELECT case_id, min(due_at) AS due_at, count(*) AS open FROM promises"
        " WHERE brand_id = $brand AND state = 'open' AND side = 'us' GROUP BY case_id) o ON o.case_id = c.id"
        " WHERE c.brand_id = $brand AND c.owner_id IS NOT NULL AND c.status IN ('queued', 'open', 'waiting')"
        " ORDER BY c.id",
        {{"brand", brand_}});
}

std::vector<HandledCase> LoadSqlStore::handled(Instant since) const
{
    return session_.all<HandledCase>(
        "SELECT c.type, CAST(sum(h.ends_at - h.begins_at) AS BIGINT) FROM handlings h"
        " JOIN cases c ON c.brand_id = $brand AND c.id = h.case_id"
        " WHERE h.brand_id = $brand AND h.ends_at > $since AND c.status IN ('closed', 'closed_unrecovered')"
        " GROUP BY c.id, c.type",
        {{"brand", brand_}, {"since", since}});
}

std::vector<Handling> LoadSqlStore::handlings(UserId of, Instant since) const
{
    return session_.all<Handling>("SELECT id, user_id, case_id, begins_at, ends_at FROM handlings"
                                  " WHERE brand_id = $brand AND user_id = $user AND ends_at > $since ORDER BY ends_at",
                                  {{"brand", brand_}, {"user", of}, {"since", since}});
}

void LoadSqlStore::add(const Handling& handling)
{
    session_.execute("INSERT INTO handlings (brand_id, id, user_id, case_id, begins_at, ends_at)"
                     " VALUES ($brand, $id, $user, $case, $begins, $ends)",
                     {{"brand", brand_},
                      {"id", handling.id},
                      {"user", handling.user},
                      {"case", handling.case_id},
                      {"begins", handling.begins_at},
                      {"ends", handling.ends_at}});
}

bool LoadSqlStore::knows(CaseId id) const
{
    return !session_.query("SELECT 1 FROM cases WHERE brand_id = $brand AND id = $id", {{"brand", brand_}, {"id", id}})
                .empty();
}

Line LoadSqlStore::line() const
{
    return *session_.one<Line>("SELECT count(*), min(waiting_since) FROM cases"
                               " WHERE brand_id = $brand AND status = 'queued'",
                               {{"brand", brand_}});
}

} // namespace amends::workload
