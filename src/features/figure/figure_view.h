// SPDX-License-Identifier: Apache-2.0
// Figures as people see them, and the cases behind each.
#pragma once

#include "case/case_view.h"
#include "figure/figure.h"

namespace amends::figure {

struct FigureCase {
    CaseId id{};
    std::string ref{};
    std::string subject{};
};
BOOST_DESCRIBE_STRUCT(FigureCase, (), (id, ref, subject))

struct FiguresView {
    Instant from{};
    Instant to{};
    std::vector<Figure> items{};
    std::vector<WeekFigure> by_week{};
    std::optional<FigureCase> longest{}; // The case of the longest silence.
};
BOOST_DESCRIBE_STRUCT(FiguresView, (), (from, to, items, by_week, longest))

// A promise, or the longest silence of a case, that belongs to the n of a figure.
struct Behind {
    FigureCase case_{};
    std::string person{};
    std::optional<PromiseId> promise_id{};
    std::optional<promise::Kind> kind{};
    std::optional<promise::State> state{};
    bool counts{};  // For the figure: it was kept, or the customer was told in time, and so on.
    Instant from{}; // When it was due, or the silence began.
    Instant to{};   // When it ended; of a silence that goes on, now.
};
BOOST_DESCRIBE_STRUCT(Behind, (), (case_, person, promise_id, kind, state, counts, from, to))

struct BehindList {
    std::vector<Behind> items{};
    std::optional<std::string> next{};
};
BOOST_DESCRIBE_STRUCT(BehindList, (), (items, next))

struct BehindWish {
    Name name{};
    int weeks{};
    std::optional<Instant> week{}; // Only the week that began then.
    int limit{};
    std::optional<cases::Cursor> after{};
};

inline constexpr int most_weeks = 53;

// Port.
struct FigureStore {
    virtual ~FigureStore() = default;
    [[nodiscard]] virtual FiguresView figures(int weeks) const = 0;
    [[nodiscard]] virtual BehindList behind(const BehindWish& wish) const = 0;
};

} // namespace amends::figure
