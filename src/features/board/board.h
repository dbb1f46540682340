// SPDX-License-Identifier: Apache-2.0
// The promises board: every promise of one side by when it falls due. What is late stands first, because it is broken
// already and has not been made good.
#pragma once

#include "base/business_time.h"
#include "case/case_view.h"
#include "promise/promise.h"

namespace amends::board {

enum class Column : std::uint8_t { late, soon, today, week, kept };
BOOST_DESCRIBE_ENUM(Column, late, soon, today, week, kept)

enum class Whose : std::uint8_t { mine, team, all };
BOOST_DESCRIBE_ENUM(Whose, mine, team, all)

struct CardCase {
    CaseId id{};
    std::string ref{};
    std::string subject{};
    cases::Status status{};
};
BOOST_DESCRIBE_STRUCT(CardCase, (), (id, ref, subject, status))

struct CardPerson {
    PersonId id{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(CardPerson, (), (id, name))

struct Card {
    PromiseId id{};
    promise::Kind kind{};
    promise::Side side{};
    std::optional<std::string> text{}; // None of an update: "you hear from us".
    CardCase case_{};
    CardPerson person{};
    Instant due_at{};
    Instant original_due_at{};
    std::optional<cases::Who> keeper{};
    promise::State state{};
    std::optional<Instant> ended_at{};
};
BOOST_DESCRIBE_STRUCT(Card, (), (id, kind, side, text, case_, person, due_at, original_due_at, keeper, state, ended_at))

struct BoardColumn {
    Column name{};
    std::int64_t total{};
    std::vector<Card> items{};
};
BOOST_DESCRIBE_STRUCT(BoardColumn, (), (name, total, items))

struct Board {
    std::vector<BoardColumn> columns{};
};
BOOST_DESCRIBE_STRUCT(Board, (), (columns))

struct CardList {
    std::vector<Card> items{};
    std::optional<std::string> next{};
};
BOOST_DESCRIBE_STRUCT(CardList, (), (items, next))

// Half-open: from ≤ time < to.
struct Span {
    Instant from{};
    Instant to{};

    friend bool operator==(const Span&, const Span&) = default;
};

// The due times (of kept: the time at which it was kept) that a column shows. Today ends at midnight by the brand's
// clock; this week is the next seven days, and kept the last seven.
[[nodiscard]] Span span_of(Column column, const LocalClock& clock, Instant now);

struct BoardWish {
    promise::Side side{};
    Whose whose{};
    UserId viewer{};
};

struct ListWish {
    BoardWish board{};
    Column column{};
    int limit{};
    std::optional<cases::Cursor> after{};
};

inline constexpr int cards_in_column = 20;

// Port.
struct PromiseBoard {
    virtual ~PromiseBoard() = default;
    [[nodiscard]] virtual Board board(const BoardWish& wish) const = 0;
    [[nodiscard]] virtual CardList list(const ListWish& wish) const = 0;
};

} // namespace amends::board
