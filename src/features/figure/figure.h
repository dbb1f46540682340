// SPDX-License-Identifier: Apache-2.0
// How well promises are kept, as measures.md defines it: each figure is a pure function of what happened, always with
// its n, and opens the cases behind it. Of fewer than five nothing is shown but how few they are (I14).
#pragma once

#include "base/business_time.h"
#include "base/describe.h"
#include "base/ids.h"
#include "promise/promise.h"

#include <vector>

namespace amends::figure {

inline constexpr std::int64_t fewest = 5; // Below, a value says more about chance than about us.

// A promise of ours that has ended.
struct Ended {
    PromiseId id{};
    CaseId case_id{};
    promise::Kind kind{};
    promise::State state{};
    Instant due_at{};
    Instant original_due_at{};
    Instant ended_at{};
    std::optional<Instant> warned_at{};
};
BOOST_DESCRIBE_STRUCT(Ended, (), (id, case_id, kind, state, due_at, original_due_at, ended_at, warned_at))

struct Stretch {
    Instant from{};
    std::optional<Instant> to{}; // None: it lives.
};

// When a case lived, and when the customer heard of us: messages that left and did not come back from everybody.
struct Life {
    CaseId case_id{};
    std::vector<Stretch> stretches{}; // In order; none touches the next.
    std::vector<Instant> told{};      // In order.
};

struct Facts {
    std::vector<Ended> ended{};
    std::vector<Life> lives{};
};

// The Mondays, 00:00 by the brand's clock, at which the last so many weeks began; this one is the last of them.
[[nodiscard]] std::vector<Instant> weeks_before(const LocalClock& clock, Instant now, int count);

struct Window {
    std::vector<Instant> weeks{}; // When each began.
    Instant now{};

    [[nodiscard]] Instant from() const { return weeks.front(); }
    [[nodiscard]] Instant end_of(std::size_t week) const { return week + 1 < weeks.size() ? weeks[week + 1] : now; }
    [[nodiscard]] bool holds(Instant at) const { return at >= from() && at <= now; }
};

enum class Name : std::uint8_t {
    kept_rate,
    kept_rate_outcome,
    kept_rate_update,
    kept_rate_appointment,
    told_before_breach,
    kept_to_first_date,
    moved_or_released,
    longest_silence,
    median_silence
};
BOOST_DESCRIBE_ENUM(Name, kept_rate, kept_rate_outcome, kept_rate_update, kept_rate_appointment, told_before_breach,
                    kept_to_first_date, moved_or_released, longest_silence, median_silence)

enum class Unit : std::uint8_t { share, milliseconds };
BOOST_DESCRIBE_ENUM(Unit, share, milliseconds)

struct Figure {
    Name name{};
    Unit unit{};
    std::int64_t n{};
    std::optional<double> value{};
    std::optional<double> low{}; // Wilson's 95 % limits of a share; a silence has none.
    std::optional<double> high{};
};
BOOST_DESCRIBE_STRUCT(Figure, (), (name, unit, n, value, low, high))

// The kept rate of one week, by when the promises ended.
struct WeekFigure {
    Instant from{};
    Instant to{};
    std::int64_t n{};
    std::optional<double> value{};
    std::optional<double> low{};
    std::optional<double> high{};
};
BOOST_DESCRIBE_STRUCT(WeekFigure, (), (from, to, n, value, low, high))

// The longest time a case lived without a word of ours; a life begins and ends like a word, so that who was never
// answered counts as well.
struct Silence {
    CaseId case_id{};
    Instant from{};
    Instant to{};
    bool goes_on{};

    [[nodiscard]] std::chrono::milliseconds length() const { return to - from; }
};

// Of those silences that ended in the window or go on, the longest; none where there is none.
[[nodiscard]] std::optional<Silence> longest_of(const Life& life, const Window& window);
// One for each case that has one, the longest first.
[[nodiscard]] std::vector<Silence> silences_of(const std::vector<Life>& lives, const Window& window);

// Whether a promise belongs to the n of a figure, and whether it counts for it.
[[nodiscard]] bool belongs(Name name, const Ended& ended);
[[nodiscard]] bool counts(Name name, const Ended& ended);
[[nodiscard]] bool of_silence(Name name);

struct Figures {
    std::vector<Figure> items{};
    std::vector<WeekFigure> by_week{};
    std::optional<CaseId> longest{}; // The case of the longest silence, where that is shown.
};

[[nodiscard]] Figures figures_of(const Facts& facts, const Window& window);

} // namespace amends::figure
