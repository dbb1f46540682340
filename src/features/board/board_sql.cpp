// SPDX-License-Identifier: Apache-2.0
#include "board/board_sql.h"

#include "platform/calendar/zone.h"
#include "platform/sql/dialect.h"

#include <algorithm>
#include <array>
#include <utility>

namespace amends::board {
namespace {

constexpr std::array columns{Column::late, Column::soon, Column::today, Column::week, Column::kept};

struct Line {
    PromiseId id{};
    promise::Kind kind{};
    promise::Side side{};
    std::optional<std::string> text{};
    CaseId case_id{};
    std::int64_t number{};
    std::string subject{};
    cases::Status status{};
    PersonId person_id{};
    std::string person_name{};
    Instant due_at{};
    Instant original_due_at{};
    std::optional<std::int64_t> keeper{};
    std::string keeper_name{};
    promise::State state{};
    std::optional<Instant> ended_at{};
};
BOOST_DESCRIBE_STRUCT(Line, (),
                      (id, kind, side, text, case_id, number, subject, status, person_id, person_name, due_at,
                       original_due_at, keeper, keeper_name, state, ended_at))

struct Count {
    std::int64_t n{};
};
BOOST_DESCRIBE_STRUCT(Count, (), (n))

constexpr std::string_view select_cards =
    "SELECT p.id, p.kind, p.side, (SELECT x.body FROM texts x WHERE x.brand_id = $brand AND x.id = p.text_id"
    " ORDER BY x.version DESC LIMIT 1), p.case_id, c.number, c.subject, c.status, c.person_id, coalesce(pe.name, ''),"
    " p.due_at, p.original_due_at, p.keeper_id, coalesce(k.name, ''), p.state, p.ended_at";

constexpr std::string_view tables =
    " FROM promises p JOIN cases c ON c.brand_id = $brand AND c.id = p.case_id"
    " LEFT JOIN people pe ON pe.brand_id = $brand AND pe.id = c.person_id LEFT JOIN users k ON k.id = p.keeper_id"
    " WHERE p.brand_id = $brand AND p.side = $side";

// Spam keeps its promises and shows none; what a case still owed when it was closed for good is owed no more.
constexpr std::string_view open_ones = " AND p.state = 'open' AND p.due_at >= $from AND p.due_at < $to"
                                       " AND c.status <> 'spam'";
constexpr std::string_view owed_ones = " AND p.state = 'broken' AND p.fulfilled_late_at IS NULL"
                                       " AND p.due_at >= $from AND p.due_at < $to"
                                       " AND c.status NOT IN ('closed', 'closed_unrecovered', 'spam')";
constexpr std::string_view kept_ones = " AND p.state = 'kept' AND p.state <> 'open' AND p.ended_at >= $from"
                                       " AND p.ended_at < $to AND c.status <> 'spam'";

std::vector<std::string> conditions(Column column)
{
    if (column == Column::late) return {std::string(open_ones), std::string(owed_ones)};
    return {std::string(column == Column::kept ? kept_ones : open_ones)};
}

std::string_view condition(Whose whose)
{
    // What nobody keeps by name is kept by whoever holds the case.
    switch (whose) {
    case Whose::mine: return " AND coalesce(p.keeper_id, c.owner_id) = $viewer";
    case Whose::team:
        return " AND (coalesce(p.keeper_id, c.owner_id) = $viewer OR c.team_id IN (SELECT m.team_id"
               " FROM team_members m WHERE m.brand_id = $brand AND m.user_id = $viewer))";
    case Whose::all: return "";
    }
    std::unreachable();
}

bool newest_first(Column column) { return column == Column::kept; }

// The time by which a column is ordered.
Instant time_of(Column column, const Card& card) { return newest_first(column) ? *card.ended_at : card.due_at; }

// The span begins or ends at the cursor's time, so that the index of one side finds the place; what is left are those
// of that very time.
std::string ordered(std::string text, Column column, bool from_cursor)
{
    const std::string time = newest_first(column) ? "p.ended_at" : "p.due_at";
    const std::string beyond = newest_first(column) ? " < " : " > ";
    if (from_cursor) text += " AND (" + time + beyond + "$at OR (" + time + " = $at AND p.id" + beyond + "$last))";
    const std::string way = newest_first(column) ? " DESC" : "";
    return text.append(" ORDER BY " + time + way + ", p.id" + way);
}

Span cut(Span span, Column column, const std::optional<cases::Cursor>& after)
{
    if (!after) return span;
    const Instant at{std::chrono::milliseconds(after->at)};
    if (newest_first(column)) span.to = std::min(span.to, at + std::chrono::milliseconds(1));
    else span.from = std::max(span.from, at);
    return span;
}

Card card_from(Line line, const brand::Brand& brand)
{
    return {.id = line.id,
            .kind = line.kind,
            .side = line.side,
            .text = std::move(line.text),
            .case_ = {line.case_id, brand::case_ref(brand, line.number), std::move(line.subject), line.status},
            .person = {line.person_id, std::move(line.person_name)},
            .due_at = line.due_at,
            .original_due_at = line.original_due_at,
            .keeper = line.keeper ? std::optional(cases::Who{*line.keeper, std::move(line.keeper_name)}) : std::nullopt,
            .state = line.state,
            .ended_at = line.ended_at};
}

// What two statements gave, in one order, no longer than asked for. True when there was more.
bool settle(std::vector<Card>& cards, Column column, std::size_t limit)
{
    std::ranges::sort(cards, [column](const Card& a, const Card& b) {
        const auto of_a = std::pair(time_of(column, a), a.id);
        const auto of_b = std::pair(time_of(column, b), b.id);
        return newest_first(column) ? of_a > of_b : of_a < of_b;
    });
    if (cards.size() <= limit) return false;
    cards.resize(limit);
    return true;
}

} // namespace

std::vector<std::string> BoardSql::texts(Column column, bool from_cursor)
{
    std::vector<std::string> texts;
    for (const auto& condition : conditions(column))
        texts.push_back(ordered(std::string(select_cards) + std::string(tables) + condition, column, from_cursor));
    return texts;
}

sql::Params BoardSql::params_of(const ListWish& wish) const
{
    const auto span = cut(span_of(wish.column, calendar::Zone(brand_.zone), clock_.now()), wish.column, wish.after);
    sql::Params params{{"brand", brand_.id}, {"side", wish.board.side}, {"from", span.from}, {"to", span.to}};
    if (wish.board.whose != Whose::all) params.add("viewer", wish.board.viewer);
    if (!wish.after) return params;
    params.add("at", wish.after->at);
    params.add("last", wish.after->id);
    return params;
}

void BoardSql::ask_count(sql::Questions& questions, const BoardWish& wish, BoardColumn& into) const
{
    for (const auto& which : conditions(into.name))
        questions.each<Count>("SELECT count(*)" + std::string(tables) + which + std::string(condition(wish.whose)),
                              params_of({.board = wish, .column = into.name}),
                              [&into](Count count) { into.total += count.n; });
}

void BoardSql::ask_cards(sql::Questions& questions, const ListWish& wish, std::vector<Card>& into) const
{
    for (const auto& which : conditions(wish.column)) {
        auto text = std::string(select_cards) + std::string(tables) + which + std::string(condition(wish.board.whose));
        text = ordered(std::move(text), wish.column, wish.after.has_value());
        questions.each<Line>(text + sql::limit(static_cast<std::size_t>(wish.limit) + 1), params_of(wish),
                             [this, &into](Line line) { into.push_back(card_from(std::move(line), brand_)); });
    }
}

Board BoardSql::board(const BoardWish& wish) const
{
    Board board;
    for (const Column column : columns) board.columns.push_back({.name = column});
    sql::Questions questions(session_);
    for (auto& column : board.columns) {
        ask_count(questions, wish, column);
        ask_cards(questions, {.board = wish, .column = column.name, .limit = cards_in_column}, column.items);
    }
    questions.answer();
    for (auto& column : board.columns) settle(column.items, column.name, cards_in_column);
    return board;
}

CardList BoardSql::list(const ListWish& wish) const
{
    CardList list;
    sql::Questions questions(session_);
    ask_cards(questions, wish, list.items);
    questions.answer();
    if (!settle(list.items, wish.column, static_cast<std::size_t>(wish.limit))) return list;
    const auto& last = list.items.back();
    list.next =
        cases::text_of({time_of(wish.column, last).time_since_epoch().count(), static_cast<std::int64_t>(last.id)});
    return list;
}

} // namespace amends::board
