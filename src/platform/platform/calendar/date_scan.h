// SPDX-License-Identifier: Apache-2.0
// Finds the pieces of which people make dates: numbers, clocks, lengths of time, days of months. What they come to is
// said in dates_from_words.cpp.
#pragma once

#include "platform/calendar/date_words.h"
#include "platform/calendar/jalali.h"

#include <optional>
#include <string_view>
#include <vector>

namespace amends::calendar {

struct Piece {
    int value{};
    std::size_t words{};
};

struct ClockPiece {
    int minutes{}; // Of the day.
    std::size_t words{};
};

struct DayOfMonth {
    int year{}; // 0: not said.
    int month{};
    int day{};
    bool solar{};
    std::size_t words{};
};

class DateScan {
public:
    DateScan(std::string_view text, const text::Lexicon& lexicon, std::string_view language);

    [[nodiscard]] std::size_t size() const { return words_.size(); }
    [[nodiscard]] std::optional<Piece> as(std::size_t at, DateWord sort) const;
    // Beside `at`, with at most two fillers between.
    [[nodiscard]] bool before(std::size_t at, DateWord sort) const;
    [[nodiscard]] bool after(std::size_t at, DateWord sort) const;
    [[nodiscard]] bool ends_with(std::size_t at, std::string_view ending) const;

    [[nodiscard]] std::optional<DayOfMonth> day_of_month(std::size_t at) const;
    [[nodiscard]] std::optional<ClockPiece> clock(std::size_t at) const;
    // A number and its unit: the value is the number, `unit` one of date_words.h; halves are in minutes.
    [[nodiscard]] std::optional<Piece> length(std::size_t at, int& unit) const;

private:
    // How many words a meaning takes that ends before `end`; 0 when there is none.
    [[nodiscard]] std::size_t ending_at(std::size_t end, DateWord sort) const;
    [[nodiscard]] char joint(std::size_t at) const; // What joins a word to the one before it, or 0.
    [[nodiscard]] std::optional<int> digits(std::size_t at) const;
    [[nodiscard]] std::optional<Piece> number(std::size_t at) const;
    [[nodiscard]] std::optional<Piece> ordinal(std::size_t at) const;
    [[nodiscard]] std::optional<Piece> with_suffix(std::size_t at, std::string_view suffixes) const;
    [[nodiscard]] std::optional<DayOfMonth> in_digits(std::size_t at) const;
    [[nodiscard]] std::optional<DayOfMonth> two_digits(std::size_t at, int first, int second) const;
    [[nodiscard]] std::optional<DayOfMonth> in_words(std::size_t at) const;
    [[nodiscard]] std::optional<DayOfMonth> month_first(std::size_t at) const;
    [[nodiscard]] std::optional<DayOfMonth> without_month(std::size_t at) const;
    [[nodiscard]] std::optional<ClockPiece> named_hour(std::size_t at) const;
    [[nodiscard]] std::optional<ClockPiece> marked(std::size_t at) const;
    [[nodiscard]] std::optional<ClockPiece> hour_and_minutes(std::size_t at, bool marked) const;
    [[nodiscard]] std::optional<ClockPiece> whole_hour(std::size_t at, bool marked) const;
    [[nodiscard]] std::optional<ClockPiece> half_hour(std::size_t at, bool marked) const;
    [[nodiscard]] ClockPiece settled(std::size_t begin, std::size_t next, int hour, int minute) const;
    [[nodiscard]] bool may_end_here(std::size_t at, bool digits) const;
    [[nodiscard]] bool past(std::size_t at, std::size_t end) const;
    [[nodiscard]] bool bounded(std::size_t begin, std::size_t end) const;

    std::string_view text_;
    std::string_view language_;
    std::vector<text::Word> words_;
    std::vector<std::vector<text::Match>> meanings_;
};

} // namespace amends::calendar
