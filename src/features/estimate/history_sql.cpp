// SPDX-License-Identifier: Apache-2.0
#include "estimate/history_sql.h"

#include "estimate/forecast.h"
#include "platform/sql/dialect.h"

#include <algorithm>

namespace amends::estimate {
namespace {

struct Row {
    std::int64_t id{};
    std::string topic{};
    std::string type{};
    Instant origin_at{};
    std::optional<Instant> ended_at{};
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, topic, type, origin_at, ended_at))

struct Counts {
    std::int64_t kept{};
    std::int64_t broken{};
    std::int64_t undecided{};
};
BOOST_DESCRIBE_STRUCT(Counts, (), (kept, broken, undecided))

} // namespace

std::vector<PastCase> newest_cases(sql::Session& session, BrandId brand)
{
    static const std::string text = "SELECT id, topic, type, origin_at, coalesce(resolved_at, closed_at) FROM cases"
                                    " WHERE brand_id = $brand AND status NOT IN ('spam', 'merged') AND mark = ''"
                                    " ORDER BY origin_at DESC, id DESC" +
                                    sql::limit(remembered);
    std::vector<PastCase> cases;
    for (auto& row : session.all<Row>(text, {{"brand", brand}}))
        cases.push_back(
            {.id = row.id,
             .segment = {std::move(row.topic), std::move(row.type)},
             .started_at = row.origin_at,
             .ended_at = row.ended_at ? std::optional(std::max(*row.ended_at, row.origin_at)) : std::nullopt});
    std::ranges::reverse(cases);
    return cases;
}

Calibration calibration_of(sql::Session& session, BrandId brand, Instant now)
{
    // Nothing is counted before its date: those that end early are the ones that are kept.
    const auto counts = session.one<Counts>(
        "SELECT coalesce(sum(CASE WHEN honest_at <= $now AND done_at <= honest_at THEN 1 ELSE 0 END), 0),"
        " coalesce(sum(CASE WHEN honest_at <= $now AND (done_at IS NULL OR done_at > honest_at) THEN 1 ELSE 0 END), 0),"
        " coalesce(sum(CASE WHEN honest_at > $now THEN 1 ELSE 0 END), 0)"
        " FROM (SELECT honest_at, CASE WHEN state = 'kept' THEN ended_at ELSE fulfilled_late_at END AS done_at"
        " FROM promises WHERE brand_id = $brand AND honest_at IS NOT NULL AND kind = 'outcome' AND side = 'us'"
        " AND state IN ('open', 'kept', 'broken')) dated",
        {{"brand", brand}, {"now", now}});
    if (!counts) return counted(nominal_risks.front(), 0, 0, 0);
    return counted(nominal_risks.front(), counts->kept, counts->broken, counts->undecided);
}

} // namespace amends::estimate
