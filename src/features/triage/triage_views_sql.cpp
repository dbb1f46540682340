// SPDX-License-Identifier: Apache-2.0
#include "triage/triage_views_sql.h"

namespace amends::triage {
namespace {

constexpr int most_items = 500;

struct Line {
    RawMessageId id{};
    std::string kind{};
    Instant received_at{};
    std::optional<std::int64_t> team_id{};
    std::string team_name{};
    std::optional<Instant> pull_by{};
    std::string sender{};
    std::string recipient{};
    std::string reason{};
    std::int64_t size{};
    std::optional<std::string> from_name{};
    std::optional<std::string> from_address{};
    std::optional<std::string> subject{};
    std::optional<std::string> text{};
    std::optional<std::string> evidence{};
    std::optional<CaseId> wanted_case{};
    std::optional<std::int64_t> wanted_number{};
    std::optional<std::string> wanted_subject{};
};
BOOST_DESCRIBE_STRUCT(Line, (),
                      (id, kind, received_at, team_id, team_name, pull_by, sender, recipient, reason, size, from_name,
                       from_address, subject, text, evidence, wanted_case, wanted_number, wanted_subject))

// Worded as the index of triage is.
constexpr std::string_view lines =
    "SELECT r.id, r.state, r.received_at, r.team_id, coalesce(t.name, ''), r.pull_by, r.sender, r.recipient, r.reason,"
    " r.size, m.from_name, m.from_address, m.subject, (SELECT substr(x.body, 1, 20000) FROM texts x"
    " WHERE x.brand_id = $brand AND x.id = m.text_id ORDER BY x.version DESC LIMIT 1), j.evidence, c.id, c.number,"
    " c.subject FROM raw_messages r"
    " LEFT JOIN teams t ON t.brand_id = $brand AND t.id = r.team_id"
    " LEFT JOIN unverified_joins j ON j.brand_id = $brand AND j.raw_id = r.id"
    " LEFT JOIN messages m ON m.brand_id = $brand AND m.id = j.message_id"
    " LEFT JOIN cases c ON c.brand_id = $brand AND c.id = j.wanted_case"
    " WHERE r.brand_id = $brand AND (r.state = 'quarantined' OR r.state = 'unverified')"
    " ORDER BY r.received_at, r.id LIMIT $at_most";

} // namespace

TriageList TriageViewsSql::list() const
{
    const Instant now = clock_.now();
    TriageList list;
    for (auto& line : session_.all<Line>(lines, {{"brand", brand_}, {"at_most", most_items}})) {
        TriageItem item{.id = line.id,
                        .kind = std::move(line.kind),
                        .received_at = line.received_at,
                        .pull_by = line.pull_by,
                        .late = line.pull_by && *line.pull_by < now,
                        .from = {line.from_name.value_or(""), line.from_address.value_or(line.sender)},
                        .to = std::move(line.recipient),
                        .subject = line.subject.value_or(""),
                        .text = line.text.value_or(""),
                        .reason = std::move(line.reason),
                        .size = line.size};
        if (line.team_id) item.team = Who{*line.team_id, std::move(line.team_name)};
        if (line.evidence) item.evidence.push_back(*std::move(line.evidence));
        if (line.wanted_case)
            item.wants = Wanted{*line.wanted_case, prefix_ + "-" + std::to_string(line.wanted_number.value_or(0)),
                                line.wanted_subject.value_or(""), participants(*line.wanted_case)};
        list.items.push_back(std::move(item));
    }
    return list;
}

std::vector<std::string> TriageViewsSql::participants(CaseId id) const
{
    std::vector<std::string> names;
    for (auto& row : session_.query("SELECT CASE WHEN name = '' THEN address ELSE name END FROM case_participants"
                                    " WHERE brand_id = $brand AND case_id = $case ORDER BY address",
                                    {{"brand", brand_}, {"case", id}}))
        names.push_back(sql::from_value<std::string>(std::move(row.at(0))));
    return names;
}

} // namespace amends::triage
