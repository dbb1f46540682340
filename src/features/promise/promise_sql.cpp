// SPDX-License-Identifier: Apache-2.0
#include "promise/promise_sql.h"

#include "platform/sql/statements.h"

namespace amends::promise {
namespace {

struct CallTime {
    Instant due_at{};
};
BOOST_DESCRIBE_STRUCT(CallTime, (), (due_at))

} // namespace

void PromiseSqlStore::add(const Promise& promise)
{
    static const std::string text = sql::insert_into<Promise>("promises");
    session_.later(text, {promise, {{"brand", brand_}}});
}

bool PromiseSqlStore::change(const Promise& from, const Promise& to)
{
    return session_.execute("UPDATE promises SET state = $state, ended_at = $ended_at, warned_at = $warned_at,"
                            " fulfilled_late_at = $fulfilled_late_at, successor_id = $successor_id,"
                            " evidence_id = $evidence_id, agreed_id = $agreed_id, agreed_message = $agreed_message,"
                            " asked_at = $asked_at, answered_at = $answered_at"
                            " WHERE brand_id = $brand AND id = $id AND state = $old_state"
                            " AND fulfilled_late_at IS NOT DISTINCT FROM $old_fulfilled_late_at"
                            " AND warned_at IS NOT DISTINCT FROM $old_warned_at",
                            {{"state", to.state},
                             {"ended_at", to.ended_at},
                             {"warned_at", to.warned_at},
                             {"fulfilled_late_at", to.fulfilled_late_at},
                             {"successor_id", to.successor_id},
                             {"evidence_id", to.evidence_id},
                             {"agreed_id", to.agreed_id},
                             {"agreed_message", to.agreed_message},
                             {"asked_at", to.asked_at},
                             {"answered_at", to.answered_at},
                             {"brand", brand_},
                             {"id", from.id},
                             {"old_state", from.state},
                             {"old_fulfilled_late_at", from.fulfilled_late_at},
                             {"old_warned_at", from.warned_at}}) == 1;
}

void PromiseSqlStore::give(CaseId of_case, std::optional<UserId> keeper)
{
    session_.later("UPDATE promises SET keeper_id = $keeper"
                   " WHERE brand_id = $brand AND case_id = $case AND state = 'open' AND side = 'us'",
                   {{"keeper", keeper}, {"brand", brand_}, {"case", of_case}});
}

std::optional<Promise> PromiseSqlStore::find(PromiseId id) const
{
    return session_.one<Promise>("SELECT " + sql::columns<Promise>() +
                                     " FROM promises WHERE brand_id = $brand AND id = $id",
                                 {{"brand", brand_}, {"id", id}});
}

std::vector<Instant> PromiseSqlStore::call_times(std::optional<UserId> keeper, Instant from, Instant to) const
{
    std::vector<Instant> times;
    for (const auto& call : session_.all<CallTime>(
             "SELECT due_at FROM promises WHERE brand_id = $brand AND kind = 'appointment' AND state = 'open'"
             " AND side = 'us' AND due_at > $from AND due_at < $to AND keeper_id IS NOT DISTINCT FROM $keeper"
             " ORDER BY due_at, id",
             {{"brand", brand_}, {"from", from}, {"to", to}, {"keeper", keeper}}))
        times.push_back(call.due_at);
    return times;
}

std::vector<Promise> PromiseSqlStore::of_case(CaseId id) const
{
    return session_.all<Promise>("SELECT " + sql::columns<Promise>() +
                                     " FROM promises WHERE brand_id = $brand AND case_id = $case ORDER BY id",
                                 {{"brand", brand_}, {"case", id}});
}

} // namespace amends::promise
