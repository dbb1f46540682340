// SPDX-License-Identifier: Apache-2.0
#include "silence/silence_sql.h"

#include "platform/calendar/zone.h"
#include "platform/sql/dialect.h"

#include <utility>

namespace amends::silence {

struct SilentLine {
    CaseId id{};
    std::int64_t number{};
    std::string subject{};
    cases::Status status{};
    PersonId person_id{};
    std::string person_name{};
    std::optional<std::int64_t> owner_id{};
    std::string owner_name{};
    std::optional<std::int64_t> team_id{};
    std::string team_name{};
    Instant origin_at{};
    std::optional<Instant> last_told_at{};
    std::optional<Instant> next_update_at{};
    std::optional<Instant> told_until{};
    std::optional<Instant> pull_by{};
    std::optional<cases::Side> waits_on{};
    std::optional<Instant> review_at{};
    cases::LastWord last_word{};
    std::optional<cases::ConfirmedBy> confirmed_by{};
    std::optional<Instant> closed_at{};
    std::int64_t severity{};
};
BOOST_DESCRIBE_STRUCT(SilentLine, (),
                      (id, number, subject, status, person_id, person_name, owner_id, owner_name, team_id, team_name,
                       origin_at, last_told_at, next_update_at, told_until, pull_by, waits_on, review_at, last_word,
                       confirmed_by, closed_at, severity))

// What is asked: whom, at which moment, and whether those of an earlier moment are left out.
struct SilenceSql::Asked {
    Whose whose{};
    UserId viewer{};
    LookedAt moment{};
    std::optional<LookedAt> but_not{};
};

namespace {

// Worded as the indexes are, or they would not be used.
constexpr std::string_view live = "c.status IN ('queued', 'open', 'waiting')";
constexpr std::string_view one_case = "SELECT c.id FROM cases c WHERE c.brand_id = $brand AND ";

// An update that lies ahead, was promised, and did not come back from every addressee. What was promised on a case that
// was merged into this one goes on. Sides and times are asked in a way that no index answers, or SQLite without
// statistics looks through all open promises for each case instead of through those of the case.
std::string told_update(std::string_view of_case)
{
    return std::string(" FROM promises p LEFT JOIN replies r ON r.brand_id = $brand AND r.message_id = p.told_by"
                       " WHERE p.brand_id = $brand AND p.case_id ")
        .append(of_case)
        .append(" AND p.kind = 'update' AND p.side || '' = 'us' AND p.state = 'open' AND r.untold_at IS NULL");
}

constexpr std::string_view itself = "= c.id";
constexpr std::string_view merged_into_it = "IN (SELECT g.source FROM case_merges g WHERE g.brand_id = $brand"
                                            " AND g.target = c.id AND g.undone_at IS NULL)";

std::string silent_cases()
{
    std::string text =
        std::string(one_case) + std::string(live) + " AND coalesce(c.last_told_at, c.origin_at) <= $silent_before";
    for (const auto of_case : {itself, merged_into_it})
        text += " AND NOT EXISTS (SELECT 1" + told_update(of_case) + " AND p.due_at + 0 > $now)";
    return text;
}

std::string waiting_cases(std::string_view review)
{
    return std::string("SELECT w.case_id FROM waits w CROSS JOIN cases c WHERE w.brand_id = $brand"
                       " AND w.ends_at IS NULL AND w.waits_on <> 'us' AND w.review_at ")
        .append(review)
        .append(" AND c.brand_id = $brand AND c.id = w.case_id AND c.status = 'waiting'");
}

std::string replaced(std::string text, std::string_view name, std::string_view by)
{
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + by.size()))
        text.replace(at, name.size(), by);
    return text;
}

// The ids of all that are forgotten at a moment, each once.
std::string forgotten()
{
    std::string text;
    for (const auto& way : SilenceSql::ways()) text.append(text.empty() ? "" : " UNION ").append(way);
    return text;
}

std::string forgotten(bool at_a_later_moment)
{
    if (!at_a_later_moment) return forgotten();
    const auto before = replaced(replaced(forgotten(), "$now", "$earlier"), "$silent_before", "$silent_earlier");
    return "SELECT id FROM (" + forgotten() + ") later WHERE id NOT IN (" + before + ")";
}

std::string_view condition(Whose whose)
{
    switch (whose) {
    case Whose::mine: return " AND c.owner_id = $viewer";
    case Whose::team:
        return " AND (c.owner_id = $viewer OR c.team_id IN (SELECT m.team_id FROM team_members m"
               " WHERE m.brand_id = $brand AND m.user_id = $viewer))";
    case Whose::all: return "";
    }
    std::unreachable();
}

std::string columns()
{
    return "SELECT c.id, c.number, c.subject, c.status, c.person_id, coalesce(pe.name, ''), c.owner_id,"
           " coalesce(u.name, ''), c.team_id, coalesce(t.name, ''), c.origin_at, c.last_told_at, c.next_update_at,"
           " (SELECT max(due_at) FROM (SELECT p.due_at" +
           told_update(itself) + " UNION ALL SELECT p.due_at" + told_update(merged_into_it) +
           ") ahead), c.pull_by, w.waits_on, w.review_at, c.last_word, c.confirmed_by, c.closed_at,"
           " CASE WHEN c.severity_stated > c.severity_assessed THEN c.severity_stated ELSE c.severity_assessed END";
}

constexpr std::string_view tables =
    " JOIN cases c ON c.brand_id = $brand AND c.id = f.id"
    " LEFT JOIN people pe ON pe.brand_id = $brand AND pe.id = c.person_id LEFT JOIN users u ON u.id = c.owner_id"
    " LEFT JOIN teams t ON t.brand_id = $brand AND t.id = c.team_id"
    " LEFT JOIN waits w ON w.brand_id = $brand AND w.case_id = c.id AND w.ends_at IS NULL WHERE c.brand_id = $brand";

Facts facts_of(const SilentLine& line)
{
    return {.status = line.status,
            .origin_at = line.origin_at,
            .last_told_at = line.last_told_at,
            .next_update_at = line.next_update_at,
            .told_until = line.told_until,
            .owned = line.owner_id.has_value(),
            .pull_by = line.pull_by,
            .waits_on = line.waits_on,
            .review_at = line.review_at,
            .last_word = line.last_word,
            .confirmed_by = line.confirmed_by,
            .closed_at = line.closed_at};
}

std::optional<cases::Who> who(std::optional<std::int64_t> id, std::string name)
{
    return id ? std::optional(cases::Who{*id, std::move(name)}) : std::nullopt;
}

} // namespace

std::array<std::string, 9> SilenceSql::ways()
{
    const std::string cases(one_case);
    const std::string of_live = cases + std::string(live);
    return {of_live + " AND c.next_update_at < $now",
            of_live + " AND c.next_update_at IS NULL",
            silent_cases(),
            cases + "c.status IN ('closed', 'closed_unrecovered') AND c.last_word = 'customer'"
                    " AND c.confirmed_by IS DISTINCT FROM 'customer' AND c.closed_at IS DISTINCT FROM c.origin_at",
            waiting_cases("< $now"),
            waiting_cases("IS NULL"),
            cases + "c.status = 'waiting' AND NOT EXISTS (SELECT 1 FROM waits w WHERE w.brand_id = $brand"
                    " AND w.case_id = c.id AND w.ends_at IS NULL AND w.waits_on <> 'us')",
            of_live + " AND c.owner_id IS NULL AND c.pull_by < $now",
            of_live + " AND c.owner_id IS NULL AND c.pull_by IS NULL"};
}

namespace {

sql::Params params_of(BrandId brand, Whose whose, UserId viewer, const LookedAt& moment)
{
    sql::Params params{{"brand", brand}, {"now", moment.at}, {"silent_before", moment.silent_before}};
    if (whose != Whose::all) params.add("viewer", viewer);
    return params;
}

void leave_out(sql::Params& params, const std::optional<LookedAt>& earlier)
{
    if (!earlier) return;
    params.add("earlier", earlier->at);
    params.add("silent_earlier", earlier->silent_before);
}

} // namespace

std::int64_t SilenceSql::count(const Asked& asked) const
{
    auto params = params_of(brand_.brand().id, asked.whose, asked.viewer, asked.moment);
    leave_out(params, asked.but_not);
    return session_.value<std::int64_t>("SELECT count(*) FROM (" + forgotten(asked.but_not.has_value()) +
                                            ") f JOIN cases c ON c.brand_id = $brand AND c.id = f.id"
                                            " WHERE c.brand_id = $brand" +
                                            std::string(condition(asked.whose)),
                                        params);
}

std::vector<SilentRow> SilenceSql::rows(const Asked& asked) const
{
    auto params = params_of(brand_.brand().id, asked.whose, asked.viewer, asked.moment);
    leave_out(params, asked.but_not);
    // Whole days first, so that among those of one day the graver stands above.
    const auto text = columns() + " FROM (" + forgotten(asked.but_not.has_value()) + ") f" + std::string(tables) +
                      std::string(condition(asked.whose)) +
                      " ORDER BY ($now - coalesce(c.last_told_at, c.origin_at)) / 86400000 DESC, 21 DESC,"
                      " coalesce(c.last_told_at, c.origin_at), c.id" +
                      sql::limit(asked.but_not ? most_shown_of_tomorrow : most_shown);
    std::vector<SilentRow> rows;
    for (auto& line : session_.all<SilentLine>(text, params)) rows.push_back(row_from(std::move(line), asked.moment));
    return rows;
}

SilentRow SilenceSql::row_from(SilentLine line, const LookedAt& moment) const
{
    const auto facts = facts_of(line);
    const Instant since = silent_since(facts);
    const bool waits = cases::live(line.status);
    return {.case_ = {line.id, brand::case_ref(brand_.brand(), line.number), std::move(line.subject), line.status},
            .person = {line.person_id, std::move(line.person_name)},
            .days = std::chrono::floor<std::chrono::days>(moment.at - since).count(),
            .since = since,
            .told = line.last_told_at.has_value(),
            .last_word = line.last_word,
            .waits_on = waits ? std::optional(line.waits_on.value_or(cases::Side::us)) : std::nullopt,
            .owner = who(line.owner_id, std::move(line.owner_name)),
            .team = who(line.team_id, std::move(line.team_name)),
            .severity = line.severity,
            .reasons = reasons(facts, moment),
            .next_update_at = line.next_update_at,
            .pull_by = line.pull_by,
            .review_at = waits ? line.review_at : std::nullopt};
}

Watch SilenceSql::watch(Whose whose, UserId viewer) const
{
    const LookedAt now = moment_at(brand_.times(), clock_.now());
    const calendar::Zone zone(brand_.brand().zone);
    const LookedAt noon = moment_at(brand_.times(), tomorrow_noon(zone, now.at));
    const Asked today{whose, viewer, now, std::nullopt};
    const Asked later{whose, viewer, noon, now};
    Watch watch{.total = count(today), .items = rows(today), .tomorrow = {.at = noon.at, .total = count(later)}};
    if (watch.items.size() > most_shown) watch.items.resize(most_shown);
    if (watch.tomorrow.total > 0) watch.tomorrow.items = rows(later);
    if (watch.tomorrow.items.size() > most_shown_of_tomorrow) watch.tomorrow.items.resize(most_shown_of_tomorrow);
    return watch;
}

} // namespace amends::silence
