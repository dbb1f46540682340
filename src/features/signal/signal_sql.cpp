// SPDX-License-Identifier: Apache-2.0
#include "signal/signal_sql.h"

#include "platform/sql/statements.h"

namespace amends::signal {

bool SignalSqlStore::add(const Signal& signal)
{
    static const std::string text =
        sql::insert_into<Signal>("signals", " ON CONFLICT (brand_id, detector, subject_kind, subject)"
                                            " WHERE state <> 'explained' DO NOTHING");
    return session_.execute(text, {signal, {{"brand", brand_}}}) == 1;
}

bool SignalSqlStore::change(const Signal& from, const Signal& to)
{
    return session_.execute("UPDATE signals SET owner_id = $owner, state = $state, ended_at = $ended_at,"
                            " explanation = $explanation"
                            " WHERE brand_id = $brand AND id = $id AND state = $old_state"
                            " AND owner_id IS NOT DISTINCT FROM $old_owner",
                            {{"owner", to.owner_id},
                             {"state", to.state},
                             {"ended_at", to.ended_at},
                             {"explanation", to.explanation},
                             {"brand", brand_},
                             {"id", from.id},
                             {"old_state", from.state},
                             {"old_owner", from.owner_id}}) == 1;
}

std::optional<Signal> SignalSqlStore::find(SignalId id) const
{
    return session_.one<Signal>(sql::select_from<Signal>("signals", "id = $id"), {{"brand", brand_}, {"id", id}});
}

std::optional<Signal> SignalSqlStore::standing(std::string_view detector, std::string_view subject_kind,
                                               std::int64_t subject) const
{
    return session_.one<Signal>(
        sql::select_from<Signal>(
            "signals", "state <> 'explained' AND detector = $detector AND subject_kind = $kind AND subject = $subject"),
        {{"brand", brand_}, {"detector", detector}, {"kind", subject_kind}, {"subject", subject}});
}

std::vector<Signal> SignalSqlStore::all_standing() const
{
    return session_.all<Signal>(sql::select_from<Signal>("signals", "state <> 'explained' ORDER BY opened_at, id"),
                                {{"brand", brand_}});
}

std::vector<Signal> SignalSqlStore::of_case(CaseId id) const
{
    return session_.all<Signal>(sql::select_from<Signal>("signals", "case_id = $case ORDER BY id"),
                                {{"brand", brand_}, {"case", id}});
}

} // namespace amends::signal
