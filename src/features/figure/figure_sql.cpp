// SPDX-License-Identifier: Apache-2.0
#include "figure/figure_sql.h"

#include "platform/calendar/zone.h"

#include <algorithm>
#include <map>
#include <utility>

namespace amends::figure {
namespace {

struct WaitLine {
    CaseId case_id{};
    Instant starts_at{};
    std::optional<Instant> ends_at{};
};
BOOST_DESCRIBE_STRUCT(WaitLine, (), (case_id, starts_at, ends_at))

struct ToldLine {
    CaseId case_id{};
    Instant told_at{};
};
BOOST_DESCRIBE_STRUCT(ToldLine, (), (case_id, told_at))

struct CaseLine {
    std::int64_t number{};
    std::string subject{};
    std::string person{};
};
BOOST_DESCRIBE_STRUCT(CaseLine, (), (number, subject, person))

// Cases that lived at some time in the window: a wait of theirs is open or ended in it.
constexpr std::string_view that_lived =
    " IN (SELECT w.case_id FROM waits w WHERE w.brand_id = $brand AND w.ends_at IS NULL UNION"
    " SELECT w.case_id FROM waits w WHERE w.brand_id = $brand AND w.ends_at IS NOT NULL AND w.ends_at >= $from)";

std::vector<Ended> ended_in(sql::Session& session, BrandId brand, const Window& window)
{
    return session.all<Ended>(
        "SELECT p.id, p.case_id, p.kind, p.state, p.due_at, p.original_due_at, p.ended_at, p.warned_at"
        " FROM promises p JOIN cases c ON c.brand_id = $brand AND c.id = p.case_id WHERE p.brand_id = $brand"
        " AND p.side = 'us' AND p.state IN ('kept', 'broken', 'moved', 'released') AND p.state <> 'open'"
        " AND p.ended_at >= $from AND p.ended_at <= $to AND c.status <> 'spam' ORDER BY p.ended_at DESC, p.id DESC",
        {{"brand", brand}, {"from", window.from()}, {"to", window.now}});
}

constexpr std::chrono::seconds one_act{1}; // The end of a wait and the beginning of the next are one act.

// While a case lives its waits have no gap: those that touch are one stretch.
void add(Life& life, const WaitLine& wait)
{
    auto& stretches = life.stretches;
    if (!stretches.empty() && stretches.back().to && wait.starts_at <= *stretches.back().to + one_act)
        stretches.back().to = wait.ends_at;
    else stretches.push_back({wait.starts_at, wait.ends_at});
}

std::vector<Life> lives_in(sql::Session& session, BrandId brand, const Window& window)
{
    const sql::Params params{{"brand", brand}, {"from", window.from()}};
    std::map<CaseId, Life> lives;
    for (const auto& wait : session.all<WaitLine>(
             "SELECT v.case_id, v.starts_at, v.ends_at FROM waits v JOIN cases c ON c.brand_id = $brand"
             " AND c.id = v.case_id WHERE v.brand_id = $brand AND c.status <> 'spam' AND v.case_id" +
                 std::string(that_lived) + " ORDER BY v.case_id, v.starts_at, v.id",
             params)) {
        auto& life = lives[wait.case_id];
        life.case_id = wait.case_id;
        add(life, wait);
    }
    for (const auto& told : session.all<ToldLine>(
             "SELECT r.case_id, r.told_at FROM replies r WHERE r.brand_id = $brand AND r.told_at IS NOT NULL"
             " AND r.untold_at IS NULL AND r.case_id" +
                 std::string(that_lived) + " ORDER BY r.case_id, r.told_at",
             params))
        if (const auto life = lives.find(told.case_id); life != lives.end()) life->second.told.push_back(told.told_at);
    std::vector<Life> all;
    for (auto& [id, life] : lives) all.push_back(std::move(life));
    return all;
}

// What lies behind a figure, before it has been given names.
struct Found {
    CaseId case_id{};
    Behind row{};
    cases::Cursor place{};
};

std::vector<Found> promises_behind(const BehindWish& wish, const std::vector<Ended>& ended, const Window& window)
{
    std::vector<Found> found;
    for (const auto& each : ended) {
        if (!belongs(wish.name, each)) continue;
        if (wish.week) {
            const auto next = std::ranges::upper_bound(window.weeks, *wish.week);
            if (each.ended_at < *wish.week || (next != window.weeks.end() && each.ended_at >= *next)) continue;
        }
        found.push_back({each.case_id,
                         {.promise_id = each.id,
                          .kind = each.kind,
                          .state = each.state,
                          .counts = counts(wish.name, each),
                          .from = each.due_at,
                          .to = each.ended_at},
                         {each.ended_at.time_since_epoch().count(), static_cast<std::int64_t>(each.id)}});
    }
    return found;
}

std::vector<Found> silences_behind(const std::vector<Life>& lives, const Window& window)
{
    std::vector<Found> found;
    for (const auto& silence : silences_of(lives, window))
        found.push_back({silence.case_id,
                         {.counts = !silence.goes_on, .from = silence.from, .to = silence.to},
                         {silence.length().count(), static_cast<std::int64_t>(silence.case_id)}});
    return found;
}

} // namespace

Facts facts_in(sql::Session& session, BrandId brand, const Window& window)
{
    return {ended_in(session, brand, window), lives_in(session, brand, window)};
}

Window FigureSql::window(int weeks) const
{
    const Instant now = clock_.now();
    return {weeks_before(calendar::Zone(brand_.zone), now, weeks), now};
}

std::optional<FigureCase> FigureSql::named(CaseId id, std::string* person) const
{
    auto line =
        session_.one<CaseLine>("SELECT c.number, c.subject, coalesce(p.name, '') FROM cases c LEFT JOIN people p"
                               " ON p.brand_id = $brand AND p.id = c.person_id"
                               " WHERE c.brand_id = $brand AND c.id = $id",
                               {{"brand", brand_.id}, {"id", id}});
    if (!line) return std::nullopt;
    if (person != nullptr) *person = std::move(line->person);
    return FigureCase{id, brand::case_ref(brand_, line->number), std::move(line->subject)};
}

FiguresView FigureSql::figures(int weeks) const
{
    const auto over = window(weeks);
    auto figures = figures_of(facts_in(session_, brand_.id, over), over);
    return {.from = over.from(),
            .to = over.now,
            .items = std::move(figures.items),
            .by_week = std::move(figures.by_week),
            .longest = figures.longest ? named(*figures.longest, nullptr) : std::nullopt};
}

BehindList FigureSql::behind(const BehindWish& wish) const
{
    const auto over = window(wish.weeks);
    auto found = of_silence(wish.name) ? silences_behind(lives_in(session_, brand_.id, over), over)
                                       : promises_behind(wish, ended_in(session_, brand_.id, over), over);
    // The longest, or the last to end, first; those of one time in the order of their ids.
    std::ranges::sort(found, [](const Found& a, const Found& b) {
        return std::pair(b.place.at, a.place.id) < std::pair(a.place.at, b.place.id);
    });
    if (wish.after)
        std::erase_if(found, [&](const Found& each) {
            return std::pair(each.place.at, wish.after->id) >= std::pair(wish.after->at, each.place.id);
        });
    BehindList list;
    if (std::ssize(found) > wish.limit) {
        found.resize(static_cast<std::size_t>(wish.limit));
        list.next = cases::text_of(found.back().place);
    }
    for (auto& each : found) {
        if (auto of = named(each.case_id, &each.row.person)) each.row.case_ = *std::move(of);
        list.items.push_back(std::move(each.row));
    }
    return list;
}

} // namespace amends::figure
