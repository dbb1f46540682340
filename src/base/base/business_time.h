// SPDX-License-Identifier: Apache-2.0
// Time in which the desk is open. Opening hours are kept as people say them, in local wall time; platform/calendar
// turns them into intervals of UTC, and what is computed here knows neither zones nor summer time.
//
// Intervals are half-open, [opens, closes), in order, and none overlaps another; each lies within one local day. A
// start at or after closing begins at the next opening, and what fits exactly ends at the closing itself.
#pragma once

#include "base/time.h"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace amends {

struct OpeningHours {
    int weekday{};       // 0 is Monday.
    int opens_minute{};  // After local midnight.
    int closes_minute{}; // 24 * 60 is the end of the day; 23:59 would lose a minute a day.
};
BOOST_DESCRIBE_STRUCT(OpeningHours, (), (weekday, opens_minute, closes_minute))

[[nodiscard]] bool sound(const OpeningHours& hours);

// No hours at all means open day and night: a desk that is never open could promise nothing.
struct WeeklyHours {
    std::vector<OpeningHours> hours{};
};

struct LocalTime {
    int year{};
    int month{};
    int day{};
    int hour{};
    int minute{};
    int second{};

    friend auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

struct Interval {
    Instant opens{};
    Instant closes{};

    friend bool operator==(const Interval&, const Interval&) = default;
};

// What a zone knows. Where a local time happens twice the first is meant, where it is left out the moment of the jump.
struct LocalClock {
    virtual ~LocalClock() = default;
    [[nodiscard]] virtual LocalTime local(Instant at) const = 0;
    [[nodiscard]] virtual Instant instant(const LocalTime& local) const = 0;
};

// The pure functions answer nothing when the intervals given do not reach far enough.
[[nodiscard]] bool open_at(std::span<const Interval> open, Instant at);
// The instant itself when it is within an interval, else the next opening.
[[nodiscard]] std::optional<Instant> next_open(std::span<const Interval> open, Instant at);
[[nodiscard]] std::optional<Instant> add_open_time(std::span<const Interval> open, Instant start,
                                                   std::chrono::milliseconds duration);
// Zero when `to` is not after `from`.
[[nodiscard]] std::chrono::milliseconds open_time_between(std::span<const Interval> open, Instant from, Instant to);
[[nodiscard]] std::optional<Instant> same_time_n_open_days_later(std::span<const Interval> open, Instant start,
                                                                 int days, const LocalClock& clock);

// The opening times of a brand, as use cases see them; platform/calendar has the real ones.
struct OpeningTimes {
    virtual ~OpeningTimes() = default;
    [[nodiscard]] virtual bool open_at(Instant at) const = 0;
    [[nodiscard]] virtual Instant next_open(Instant at) const = 0;
    [[nodiscard]] virtual Instant after_open_time(Instant start, std::chrono::milliseconds duration) const = 0;
    [[nodiscard]] virtual Instant after_open_days(Instant start, int days) const = 0;
    [[nodiscard]] virtual std::chrono::milliseconds open_time_between(Instant from, Instant to) const = 0;
};

// A length of business time as settings write it: "1d", "4h", "30m".
struct OpenSpan {
    int days{}; // Either days or time.
    std::chrono::minutes time{};

    friend bool operator==(const OpenSpan&, const OpenSpan&) = default;
};
[[nodiscard]] std::optional<OpenSpan> open_span(std::string_view text);
[[nodiscard]] Instant after(const OpeningTimes& times, Instant start, OpenSpan span);

} // namespace amends
