// SPDX-License-Identifier: Apache-2.0
#include "case/case_views_sql.h"

#include "platform/sql/dialect.h"

#include <limits>

namespace amends::cases {
namespace {

// A row as its statement answers it.
struct Line {
    CaseId id{};
    std::int64_t number{};
    std::string subject{};
    Status status{};
    std::int64_t version{};
    PersonId person_id{};
    std::string person_name{};
    std::string address{};
    std::string person_language{};
    std::optional<std::int64_t> owner_id{};
    std::string owner_name{};
    std::optional<std::int64_t> team_id{};
    std::string team_name{};
    std::string channel{};
    std::string language{};
    std::int64_t message_count{};
    Instant last_message_at{};
    LastWord last_word{};
    std::optional<Instant> waiting_since{};
    std::optional<Instant> next_update_at{};
    std::optional<Instant> pull_by{};
    std::optional<Side> waits_on{};
    std::optional<Instant> review_at{};
    std::optional<Instant> due_at{};
    std::optional<Instant> last_told_at{};
    bool unread{};
};
BOOST_DESCRIBE_STRUCT(Line, (),
                      (id, number, subject, status, version, person_id, person_name, address, person_language, owner_id,
                       owner_name, team_id, team_name, channel, language, message_count, last_message_at, last_word,
                       waiting_since, next_update_at, pull_by, waits_on, review_at, due_at, last_told_at, unread))

// Outer joins keep the order in which the index of the view gives the cases.
constexpr std::string_view lines =
    "SELECT c.id, c.number, c.subject, c.status, c.version, c.person_id, coalesce(p.name, ''),"
    " coalesce((SELECT a.address FROM case_participants a WHERE a.brand_id = $brand AND a.case_id = c.id"
    " AND a.role = 'customer' ORDER BY a.address LIMIT 1), ''), coalesce(p.language, ''), c.owner_id,"
    " coalesce(u.name, ''), c.team_id, coalesce(t.name, ''), c.channel_kind, c.language, c.message_count,"
    " c.last_message_at, c.last_word, c.waiting_since, c.next_update_at, c.pull_by, w.waits_on, w.review_at, c.due_at,"
    " c.last_told_at, c.unread"
    " FROM cases c LEFT JOIN people p ON p.brand_id = $brand AND p.id = c.person_id"
    " LEFT JOIN users u ON u.id = c.owner_id"
    " LEFT JOIN teams t ON t.brand_id = $brand AND t.id = c.team_id"
    " LEFT JOIN waits w ON w.brand_id = $brand AND w.case_id = c.id AND w.ends_at IS NULL"
    " WHERE c.brand_id = $brand AND ";

// Worded as the indexes are, or they would not be used.
constexpr std::string_view live_cases = "c.status IN ('queued', 'open', 'waiting')";
constexpr std::string_view ended_cases = "c.status NOT IN ('queued', 'open', 'waiting')";

std::string condition(View view)
{
    const std::string is_live(live_cases);
    switch (view) {
    case View::mine: return "c.owner_id = $viewer AND " + is_live;
    case View::nobody: return "c.status = 'queued'";
    case View::silence: return is_live + " AND c.next_update_at < $now";
    case View::waiting: return "c.status = 'waiting'";
    case View::closed: return std::string(ended_cases) + " AND c.status NOT IN ('merged', 'spam')";
    case View::all: return "1 = 1";
    }
    return {};
}

bool newest_first(View view) { return view == View::closed || view == View::all; }

std::string_view order_of(View view)
{
    if (view == View::silence) return "c.next_update_at";
    return newest_first(view) ? "c.last_message_at" : "c.due_at";
}

constexpr std::int64_t no_instant = std::numeric_limits<std::int64_t>::min();

// The value by which the view is ordered.
Cursor cursor_of(View view, const CaseRow& row)
{
    const auto at = view == View::silence ? row.next_update_at
                    : newest_first(view)  ? std::optional(row.last_message_at)
                                          : row.due_at;
    return {at ? at->time_since_epoch().count() : no_instant, static_cast<std::int64_t>(row.id)};
}

std::optional<Who> who(std::optional<std::int64_t> id, std::string name)
{
    return id ? std::optional(Who{*id, std::move(name)}) : std::nullopt;
}

CaseRow row_from(Line line, std::string ref, Instant now)
{
    const bool late = line.due_at && *line.due_at < now;
    return {.id = line.id,
            .number = line.number,
            .ref = std::move(ref),
            .subject = std::move(line.subject),
            .status = line.status,
            .version = line.version,
            .customer = {line.person_id, std::move(line.person_name), std::move(line.address),
                         std::move(line.person_language)},
            .owner = who(line.owner_id, std::move(line.owner_name)),
            .team = who(line.team_id, std::move(line.team_name)),
            .channel = std::move(line.channel),
            .language = std::move(line.language),
            .message_count = line.message_count,
            .last_message_at = line.last_message_at,
            .last_word = line.last_word,
            .waiting_since = line.waiting_since,
            .next_update_at = line.next_update_at,
            .pull_by = line.pull_by,
            .waits_on = line.waits_on,
            .review_at = line.review_at,
            .due_at = line.due_at,
            .late = late,
            .silent_since = line.last_told_at,
            .unread = line.unread};
}

} // namespace

std::string CaseViewsSql::list_text(View view, bool from_cursor, std::size_t rows)
{
    const std::string order(order_of(view));
    const std::string_view way = newest_first(view) ? " DESC" : "";
    std::string text = std::string(lines) + condition(view);
    if (from_cursor) text += " AND (" + order + ", c.id) " + (newest_first(view) ? "<" : ">") + " ($at, $last)";
    return text.append(" ORDER BY " + order).append(way).append(", c.id").append(way).append(sql::limit(rows));
}

std::string CaseViewsSql::ref(std::int64_t number) const { return prefix_ + "-" + std::to_string(number); }

std::vector<CaseRow> CaseViewsSql::rows(std::string_view text, const sql::Params& params) const
{
    const Instant now = clock_.now();
    std::vector<CaseRow> rows;
    for (auto& line : session_.query(text, params)) {
        auto read = sql::read<Line>(std::move(line));
        auto its_ref = ref(read.number);
        rows.push_back(row_from(std::move(read), std::move(its_ref), now));
    }
    return rows;
}

// There should be none; whoever looks for silence must see them first.
std::vector<CaseRow> CaseViewsSql::rows_without_next_update(const ListWish& wish) const
{
    if (wish.view != View::silence || (wish.after && wish.after->at != no_instant)) return {};
    static const std::string text =
        std::string(lines) + std::string(live_cases) + " AND c.next_update_at IS NULL AND c.id > $last ORDER BY c.id";
    return rows(text + sql::limit(static_cast<std::size_t>(wish.limit) + 1),
                {{"brand", brand_}, {"last", wish.after ? wish.after->id : 0}});
}

CaseList CaseViewsSql::list(const ListWish& wish) const
{
    CaseList list{.items = rows_without_next_update(wish)};
    const auto limit = static_cast<std::size_t>(wish.limit);
    if (list.items.size() <= limit) {
        const bool from_cursor = wish.after && wish.after->at != no_instant;
        sql::Params params{{"brand", brand_}};
        if (wish.view == View::mine) params.add("viewer", wish.viewer);
        if (wish.view == View::silence) params.add("now", clock_.now());
        if (from_cursor) params.add("at", wish.after->at);
        if (from_cursor) params.add("last", wish.after->id);
        auto more = rows(list_text(wish.view, from_cursor, limit + 1), params);
        list.items.insert(list.items.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    if (list.items.size() <= limit) return list;
    list.items.resize(limit);
    list.next = text_of(cursor_of(wish.view, list.items.back()));
    return list;
}

ViewCounts CaseViewsSql::counts(UserId viewer) const
{
    static const std::string text =
        "SELECT (SELECT count(*) FROM cases c WHERE c.brand_id = $brand AND " + condition(View::mine) +
        "), (SELECT count(*) FROM cases c WHERE c.brand_id = $brand AND " + condition(View::nobody) +
        "), (SELECT count(*) FROM cases c WHERE c.brand_id = $brand AND " + condition(View::silence) +
        ") + (SELECT count(*) FROM cases c WHERE c.brand_id = $brand AND " + std::string(live_cases) +
        " AND c.next_update_at IS NULL), (SELECT count(*) FROM cases c WHERE c.brand_id = $brand AND " +
        condition(View::waiting) +
        "), (SELECT count(*) FROM raw_messages WHERE brand_id = $brand"
        " AND (state = 'quarantined' OR state = 'unverified')),"
        " (SELECT count(*) FROM signals WHERE brand_id = $brand AND state <> 'explained'),"
        " (SELECT sounds_since FROM occupancy_watches WHERE brand_id = $brand)";
    return *session_.one<ViewCounts>(text, {{"brand", brand_}, {"viewer", viewer}, {"now", clock_.now()}});
}

void CaseViewsSql::ask_row(sql::Questions& questions, CaseId id, std::vector<CaseRow>& into) const
{
    static const std::string text = std::string(lines) + "c.id = $id";
    questions.each<Line>(text, {{"brand", brand_}, {"id", id}}, [this, &into, now = clock_.now()](Line line) {
        auto its_ref = ref(line.number);
        into.push_back(row_from(std::move(line), std::move(its_ref), now));
    });
}

std::optional<CaseRow> CaseViewsSql::row(CaseId id) const
{
    std::vector<CaseRow> found;
    sql::Questions questions(session_);
    ask_row(questions, id, found);
    questions.answer();
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::optional<PersonView> CaseViewsSql::person(PersonId id) const
{
    auto found = session_.one<CustomerLine>(
        "SELECT p.id, p.name, coalesce((SELECT k.address FROM contact_points k WHERE k.brand_id = $brand"
        " AND k.person_id = p.id AND k.kind = 'email' ORDER BY k.id LIMIT 1), ''), p.language"
        " FROM people p WHERE p.brand_id = $brand AND p.id = $id",
        {{"brand", brand_}, {"id", id}});
    if (!found) return std::nullopt;

    static const std::string cases_text = std::string(lines) + "c.person_id = $person ORDER BY c.id DESC LIMIT 100";
    PersonView view;
    static_cast<CustomerLine&>(view) = *std::move(found);
    view.contact_points = session_.all<ContactPointView>("SELECT kind, address, verified_at FROM contact_points"
                                                         " WHERE brand_id = $brand AND person_id = $person ORDER BY id",
                                                         {{"brand", brand_}, {"person", id}});
    view.cases = rows(cases_text, {{"brand", brand_}, {"person", id}});
    return view;
}

} // namespace amends::cases
