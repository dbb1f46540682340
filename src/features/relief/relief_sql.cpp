// SPDX-License-Identifier: Apache-2.0
#include "relief/relief_sql.h"

#include "platform/sql/statements.h"

namespace amends::relief {

// What was asked for a case that has changed hands since is no question any more.
bool ReliefSqlStore::add(const Relief& relief)
{
    session_.execute("UPDATE reliefs SET state = 'declined', decided_at = $now WHERE brand_id = $brand"
                     " AND case_id = $case AND state = 'asked' AND asked_by <> $by",
                     {{"now", relief.asked_at}, {"brand", brand_}, {"case", relief.case_id}, {"by", relief.asked_by}});
    static const std::string text =
        sql::insert_into<Relief>("reliefs", " ON CONFLICT (brand_id, case_id) WHERE state = 'asked' DO NOTHING");
    return session_.execute(text, {relief, {{"brand", brand_}}}) == 1;
}

std::optional<Relief> ReliefSqlStore::asked(CaseId id) const
{
    return session_.one<Relief>("SELECT " + sql::columns<Relief>() +
                                    " FROM reliefs WHERE brand_id = $brand AND case_id = $case AND state = 'asked'",
                                {{"brand", brand_}, {"case", id}});
}

bool ReliefSqlStore::decide(const Relief& decided)
{
    return session_.execute("UPDATE reliefs SET state = $state, decided_by = $by, decided_at = $at"
                            " WHERE brand_id = $brand AND id = $id AND state = 'asked'",
                            {{"state", decided.state},
                             {"by", decided.decided_by},
                             {"at", decided.decided_at},
                             {"brand", brand_},
                             {"id", decided.id}}) == 1;
}

std::vector<ReliefLine> ReliefSqlStore::lines() const
{
    return session_.all<ReliefLine>(
        "SELECT r.case_id, c.number, c.subject, r.asked_by, u.name, r.reason, r.asked_at FROM reliefs r"
        " JOIN cases c ON c.brand_id = $brand AND c.id = r.case_id AND c.owner_id = r.asked_by"
        " JOIN users u ON u.id = r.asked_by WHERE r.brand_id = $brand AND r.state = 'asked'"
        " AND c.status IN ('queued', 'open', 'waiting') ORDER BY r.asked_at, r.id",
        {{"brand", brand_}});
}

} // namespace amends::relief
