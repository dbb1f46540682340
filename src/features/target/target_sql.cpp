// SPDX-License-Identifier: Apache-2.0
#include "target/target_sql.h"

#include "platform/sql/statements.h"

namespace amends::target {
namespace {

struct Running {
    TargetClockId subject{};
};
BOOST_DESCRIBE_STRUCT(Running, (), (subject))

} // namespace

void TargetSqlStore::add(const Target& target)
{
    static const std::string text = sql::insert_into<Target>("targets");
    session_.execute(text, {target, {{"brand", brand_}}});
    all_.reset();
}

void TargetSqlStore::change(const Target& target)
{
    session_.execute("UPDATE targets SET name = $name, share = $share, ended_at = $ended_at"
                     " WHERE brand_id = $brand AND id = $id",
                     {{"name", target.name},
                      {"share", target.share},
                      {"ended_at", target.ended_at},
                      {"brand", brand_},
                      {"id", target.id}});
    all_.reset();
}

std::optional<Target> TargetSqlStore::find(TargetId id) const
{
    static const std::string text = sql::select_from<Target>("targets", "id = $id");
    return session_.one<Target>(text, {{"brand", brand_}, {"id", id}});
}

std::vector<Target> TargetSqlStore::all() const
{
    static const std::string text = sql::select_from<Target>("targets", "1 = 1 ORDER BY id");
    if (!all_) all_ = session_.all<Target>(text, {{"brand", brand_}});
    return *all_;
}

std::vector<Score> TargetSqlStore::scores() const
{
    return session_.all<Score>(
        "SELECT target_id, sum(CASE WHEN state IN ('running', 'paused') THEN 1 ELSE 0 END),"
        " sum(CASE WHEN state = 'met' THEN 1 ELSE 0 END), sum(CASE WHEN state = 'breached' THEN 1 ELSE 0 END)"
        " FROM target_clocks WHERE brand_id = $brand AND NOT EXISTS (SELECT 1 FROM cases WHERE cases.brand_id = $brand"
        " AND cases.id = target_clocks.case_id AND cases.status = 'spam') GROUP BY target_id ORDER BY target_id",
        {{"brand", brand_}});
}

bool TargetSqlStore::add(const TargetClock& clock)
{
    static const std::string text =
        sql::insert_into<TargetClock>("target_clocks", " ON CONFLICT (brand_id, case_id, target_id) DO NOTHING");
    return session_.execute(text, {clock, {{"brand", brand_}}}) == 1;
}

bool TargetSqlStore::change(const TargetClock& from, const TargetClock& to)
{
    return session_.execute("UPDATE target_clocks SET started_at = $started_at, due_at = $due_at, risk_at = $risk_at,"
                            " warned_at = $warned_at, stopped_at = $stopped_at, state = $state"
                            " WHERE brand_id = $brand AND id = $id AND state = $old_state"
                            " AND started_at = $old_started_at AND due_at IS NOT DISTINCT FROM $old_due_at"
                            " AND stopped_at IS NOT DISTINCT FROM $old_stopped_at",
                            {{"started_at", to.started_at},
                             {"due_at", to.due_at},
                             {"risk_at", to.risk_at},
                             {"warned_at", to.warned_at},
                             {"stopped_at", to.stopped_at},
                             {"state", to.state},
                             {"brand", brand_},
                             {"id", from.id},
                             {"old_state", from.state},
                             {"old_started_at", from.started_at},
                             {"old_due_at", from.due_at},
                             {"old_stopped_at", from.stopped_at}}) == 1;
}

void TargetSqlStore::remove(const TargetClock& clock)
{
    session_.execute(
        "DELETE FROM target_clocks WHERE brand_id = $brand AND id = $id AND state IN ('running', 'paused')",
        {{"brand", brand_}, {"id", clock.id}});
}

std::optional<TargetClock> TargetSqlStore::find(TargetClockId id) const
{
    static const std::string text = sql::select_from<TargetClock>("target_clocks", "id = $id");
    return session_.one<TargetClock>(text, {{"brand", brand_}, {"id", id}});
}

std::vector<TargetClock> TargetSqlStore::of_case(CaseId id) const
{
    static const std::string text =
        sql::select_from<TargetClock>("target_clocks", "case_id = $case ORDER BY target_id");
    return session_.all<TargetClock>(text, {{"brand", brand_}, {"case", id}});
}

// A clock that runs has a timer, and timers are few beside the clocks of all that has ended.
std::vector<TargetClockId> TargetSqlStore::running_after(TargetClockId after, int at_most) const
{
    std::vector<TargetClockId> found;
    for (const auto& row :
         session_.all<Running>("SELECT subject FROM jobs WHERE brand_id = $brand AND kind = $kind AND subject > $after"
                               " ORDER BY subject LIMIT $at_most",
                               {{"brand", brand_}, {"kind", target_due}, {"after", after}, {"at_most", at_most}}))
        found.push_back(row.subject);
    return found;
}

} // namespace amends::target
