// SPDX-License-Identifier: Apache-2.0
// What the desk's own past says of the hours to come: how many write in an hour of the week, how long each was before
// somebody's eyes, and how long people wait for a person's first answer now.
#pragma once

#include "base/business_time.h"
#include "base/describe.h"
#include "base/ids.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace amends::staffing {

inline constexpr int days_needed = 28;
inline constexpr std::int64_t fewest_handled = 20;
inline constexpr int newest_cases = 60;
inline constexpr std::int64_t fewest_cases = 20;
inline constexpr std::int64_t quarter_ms = 900'000; // Every zone lies on a quarter of an hour.

struct Quarter {
    std::int64_t quarter{}; // Of an hour, counted from the epoch of instants.
    std::int64_t contacts{};

    [[nodiscard]] Instant begins() const { return Instant(std::chrono::milliseconds(quarter * quarter_ms)); }
};
BOOST_DESCRIBE_STRUCT(Quarter, (), (quarter, contacts))

struct Handled {
    std::int64_t n{};
    std::int64_t milliseconds{};
};
BOOST_DESCRIBE_STRUCT(Handled, (), (n, milliseconds))

struct Begun {
    Instant at{};
    std::optional<Instant> answered_at{}; // By a person.
};
BOOST_DESCRIBE_STRUCT(Begun, (), (at, answered_at))

struct HistoryStore {
    virtual ~HistoryStore() = default;
    [[nodiscard]] virtual std::vector<Quarter> heard(Instant since) const = 0; // Machines are not counted.
    [[nodiscard]] virtual std::optional<Instant> first_heard() const = 0;
    [[nodiscard]] virtual Handled handled(Instant since) const = 0;
    [[nodiscard]] virtual std::vector<Begun> newest(Instant until, int at_most) const = 0;
};

// By weekday (0 is Monday) and hour: how many on average write in it.
using WeekOfHours = std::array<std::array<double, 24>, 7>;
[[nodiscard]] WeekOfHours usual_week(std::span<const Quarter> heard, const LocalClock& clock, int weeks);

struct AnswerWait {
    std::int64_t n{};
    Instant half_by{};
};
// By when half of those who write now have an answer, if it goes for them as for those who wrote last; none of too few.
[[nodiscard]] std::optional<AnswerWait> answer_wait(std::span<const Begun> newest, const OpeningTimes& times,
                                                    Instant now);

} // namespace amends::staffing
