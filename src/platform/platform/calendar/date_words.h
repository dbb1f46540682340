// SPDX-License-Identifier: Apache-2.0
// The words of dates and clocks in a language, for dates_from_words.cpp.
#pragma once

#include "platform/text/lexicon.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace amends::calendar {

enum class DateWord : std::uint8_t {
    number,
    article,     // "a", "an": one of a unit, and no clock.
    hour,        // A number that can only be a clock: "kahdelta", "πεντέμισι" (in minutes of the day).
    ordinal,     // "نوزدهم": a day of a month.
    weekday,     // 0 is Monday.
    month,       // Of the Gregorian year.
    solar_month, // Of the Jalali year.
    day,         // Days from today.
    unit,        // In minutes; see below.
    within,      // Before a length or a month: "within", "ظرف".
    later,       // After a length: "from now", "kuluttua", "دیگر".
    gone,        // Beside a length or weekday of the past: "ago", "viime".
    end,         // "end of".
    coming,      // "next", before or after a week or month.
    current,     // "this".
    at,          // Before a clock.
    by,          // Before a clock, or before something else.
    part,        // Of a day, by the hour it ends.
    forenoon,    // a.m.
    afternoon,   // p.m.
    half,        // Half of the next unit, or the half hour before ("puoli kuusi") or after ("half past").
    quarter,     // After the hour.
    past,        // "past", "και", "و": an hour and its half.
    working,     // Of days that are working days: "business".
    of_month,    // "of the month", after a number.
    clock,       // "o'clock".
    filler,      // Articles and the like that may stand between.
};

// Units in minutes; months and working days have no such length and are counted by the calendar.
inline constexpr int unit_minute = 1;
inline constexpr int unit_hour = 60;
inline constexpr int unit_day = 24 * 60;
inline constexpr int unit_week = 7 * unit_day;
inline constexpr int unit_month = -1;
inline constexpr int unit_working_day = -2;

[[nodiscard]] const text::Lexicon& english_dates();
[[nodiscard]] const text::Lexicon& finnish_dates();
[[nodiscard]] const text::Lexicon& greek_dates();
[[nodiscard]] const text::Lexicon& persian_dates();

constexpr text::Meaning date_word(DateWord sort, std::string_view phrases, int value = 0)
{
    return {.sort = static_cast<std::uint8_t>(sort), .phrases = phrases, .value = value};
}

} // namespace amends::calendar
