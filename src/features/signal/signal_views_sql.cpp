// SPDX-License-Identifier: Apache-2.0
#include "signal/signal_views_sql.h"

namespace amends::signal {
namespace {

constexpr int most_shown = 500;

struct Row {
    SignalId id{};
    std::string detector{};
    Instant opened_at{};
    std::int64_t subject{};
    std::string evidence{};
    State state{};
    std::optional<CaseId> case_id{};
    std::optional<std::int64_t> number{};
    std::optional<std::string> subject_line{};
    std::optional<UserId> owner_id{};
    std::optional<std::string> owner_name{};
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, detector, opened_at, subject, evidence, state, case_id, number, subject_line, owner_id,
                       owner_name))

SignalView view_of(const Row& row, const brand::Brand& brand)
{
    SignalView view{.id = row.id,
                    .detector = row.detector,
                    .at = row.opened_at,
                    .subject_id = row.subject,
                    .evidence = {row.evidence},
                    .state = row.state};
    if (row.case_id && row.number)
        view.case_ = {*row.case_id, brand::case_ref(brand, *row.number), row.subject_line.value_or("")};
    if (row.owner_id) view.owner = {*row.owner_id, row.owner_name.value_or("")};
    return view;
}

} // namespace

std::vector<SignalView> views(sql::Session& session, const brand::Brand& brand)
{
    std::vector<SignalView> list;
    for (const auto& row : session.all<Row>(
             "SELECT signals.id, detector, opened_at, signals.subject, evidence, state, signals.case_id,"
             " cases.number, cases.subject, signals.owner_id, users.name FROM signals"
             " LEFT JOIN cases ON cases.brand_id = signals.brand_id AND cases.id = signals.case_id"
             " LEFT JOIN users ON users.id = signals.owner_id"
             " WHERE signals.brand_id = $brand AND state <> 'explained' ORDER BY opened_at, signals.id LIMIT $most",
             {{"brand", brand.id}, {"most", most_shown}}))
        list.push_back(view_of(row, brand));
    return list;
}

} // namespace amends::signal
