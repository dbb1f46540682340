// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/date_words.h"

#include <array>

namespace amends::calendar {
namespace {

using enum DateWord;

constexpr auto said = std::to_array<text::Meaning>({
    date_word(number, "one|a single", 1),
    date_word(article, "a|an", 1),
    date_word(number, "two|a couple of|couple of|a pair of", 2),
    date_word(number, "three", 3),
    date_word(number, "four", 4),
    date_word(number, "five", 5),
    date_word(number, "six", 6),
    date_word(number, "seven", 7),
    date_word(number, "eight", 8),
    date_word(number, "nine", 9),
    date_word(number, "ten", 10),
    date_word(number, "eleven", 11),
    date_word(number, "twelve|a dozen", 12),
    date_word(number, "fourteen", 14),
    date_word(number, "fifteen", 15),
    date_word(number, "twenty", 20),
    date_word(number, "twenty four", 24),
    date_word(number, "thirty", 30),
    date_word(number, "forty eight", 48),
    date_word(number, "sixty", 60),
    date_word(number, "seventy two", 72),
    date_word(ordinal, "first of", 1),
    date_word(ordinal, "second of", 2),
    date_word(ordinal, "third of", 3),
    date_word(ordinal, "fifth of", 5),
    date_word(ordinal, "tenth of", 10),
    date_word(weekday, "monday|mondays|mon", 0),
    date_word(weekday, "tuesday|tue|tues", 1),
    date_word(weekday, "wednesday|wed", 2),
    date_word(weekday, "thursday|thu|thur|thurs", 3),
    date_word(weekday, "friday|fri", 4),
    date_word(weekday, "saturday", 5),
    date_word(weekday, "sunday|the weekend|this weekend", 6),
    date_word(month, "january|jan", 1),
    date_word(month, "february|feb", 2),
    date_word(month, "march|mar", 3),
    date_word(month, "april|apr", 4),
    date_word(month, "may", 5),
    date_word(month, "june|jun", 6),
    date_word(month, "july|jul", 7),
    date_word(month, "august|aug", 8),
    date_word(month, "september|sep|sept", 9),
    date_word(month, "october|oct", 10),
    date_word(month, "november|nov", 11),
    date_word(month, "december|dec", 12),
    date_word(day, "today|later today|end of day|end of the day|end of business|close of business|cob|eod|same day", 0),
    date_word(day, "end of the working day|close of play|end of today|today's", 0),
    date_word(day, "tomorrow|end of tomorrow|tomorrow's|tmrw", 1),
    date_word(day, "the day after tomorrow|day after tomorrow|end of the day after tomorrow", 2),
    date_word(unit, "minute|minutes|min|mins", unit_minute),
    date_word(unit, "hour|hours|hrs|hr", unit_hour),
    date_word(unit, "day|days|calendar days", unit_day),
    date_word(unit, "week|weeks", unit_week),
    date_word(unit, "fortnight", 2 * unit_week),
    date_word(unit, "month|months", unit_month),
    date_word(unit, "business day|business days|working day|working days|workdays|workday|weekdays", unit_working_day),
    date_word(within,
              "within|in|inside|over|during|in under|in less than|in at most|no later than|not more than|give me"),
    date_word(within, "takes|take|allow|throughout|in no more than|no more than"),
    date_word(later,
              "from now|from today|s time|time|from this moment|from tomorrow|hence|tops|at most|at the most|max"),
    date_word(gone, "ago|last|since|late|previous|past"),
    date_word(end, "end of|the end of|end of the|the end of the|close of|end of this|the end of this"),
    date_word(coming, "next|the following|the coming|coming"),
    date_word(current, "this|the current"),
    date_word(at, "at|around|about"),
    date_word(by, "by|before|until|till"),
    date_word(part, "morning|the morning|first thing", 12),
    date_word(part, "lunchtime|lunch", 13),
    date_word(part, "afternoon|the afternoon", 17),
    date_word(part, "evening|the evening", 20),
    date_word(day, "tonight|this evening|this afternoon|this morning", 0),
    date_word(forenoon, "am|a m"),
    date_word(afternoon, "pm|p m"),
    date_word(hour, "noon|midday|mid day", 12 * 60),
    date_word(hour, "midnight", 24 * 60),
    date_word(half, "half|half an|half a|a half"),
    date_word(quarter, "quarter|a quarter"),
    date_word(past, "past|and"),
    date_word(of_month, "of the month|of this month"),
    date_word(clock, "o'clock|o clock|oclock|sharp"),
    date_word(filler, "the|on|of|to|next"),
});

} // namespace

const text::Lexicon& english_dates()
{
    static const text::Lexicon once(said);
    return once;
}

} // namespace amends::calendar
