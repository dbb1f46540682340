// SPDX-License-Identifier: Apache-2.0
#include "promise/promise_sql.h"

namespace amends::promise {

void PromiseSqlStore::add(const Promise& promise)
{
    session_.execute("INSERT INTO promises (brand_id, " + sql::columns<Promise>() + ") VALUES ($brand, " +
                         sql::placeholders<Promise>() + ")",
                     {promise, {{"brand", brand_}}});
}

bool PromiseSqlStore::change(const Promise& from, const Promise& to)
{
    return session_.execute("UPDATE promises"
                            " SET state = $state, ended_at = $ended_at, fulfilled_late_at = $fulfilled_late_at"
                            " WHERE brand_id = $brand AND id = $id AND state = $old_state"
                            " AND fulfilled_late_at IS NOT DISTINCT FROM $old_fulfilled_late_at",
                            {{"state", to.state},
                             {"ended_at", to.ended_at},
                             {"fulfilled_late_at", to.fulfilled_late_at},
                             {"brand", brand_},
                             {"id", from.id},
                             {"old_state", from.state},
                             {"old_fulfilled_late_at", from.fulfilled_late_at}}) == 1;
}

std::optional<Promise> PromiseSqlStore::find(PromiseId id) const
{
    return session_.one<Promise>("SELECT " + sql::columns<Promise>() +
                                     " FROM promises WHERE brand_id = $brand AND id = $id",
                                 {{"brand", brand_}, {"id", id}});
}

std::vector<Promise> PromiseSqlStore::open_and_due_before(Instant now) const
{
    return session_.all<Promise>(
        "SELECT " + sql::columns<Promise>() +
            " FROM promises"
            " WHERE brand_id = $brand AND state = 'open' AND due_at < $now ORDER BY due_at, id",
        {{"brand", brand_}, {"now", now}});
}

} // namespace amends::promise
