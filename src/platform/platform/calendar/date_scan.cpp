// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/date_scan.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace amends::calendar {
namespace {

constexpr std::string_view ordinal_endings = "st|nd|rd|th|η|ησ|ου|م|ام";
constexpr std::string_view forenoon_endings = "am|πμ";
constexpr std::string_view afternoon_endings = "pm|μμ";
constexpr std::string_view hour_endings = "h|hr|hrs|hours|ωρο|ωρου|ωρεσ";

bool one_of(std::string_view list, std::string_view wanted)
{
    while (!list.empty()) {
        const auto end = std::min(list.find('|'), list.size());
        if (list.substr(0, end) == wanted) return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

} // namespace

DateScan::DateScan(std::string_view text, const text::Lexicon& lexicon, std::string_view language)
    : text_(text), language_(language), words_(text::words_of(text))
{
    meanings_.reserve(words_.size());
    for (std::size_t at = 0; at < words_.size(); ++at) meanings_.push_back(lexicon.matches(words_, at));
}

std::optional<Piece> DateScan::as(std::size_t at, DateWord sort) const
{
    if (at >= words_.size()) return {};
    for (const auto& match : meanings_[at])
        if (match.sort == static_cast<std::uint8_t>(sort)) return Piece{.value = match.value, .words = match.words};
    return {};
}

std::size_t DateScan::ending_at(std::size_t end, DateWord sort) const
{
    for (std::size_t length = 1; length <= 4 && length <= end; ++length)
        for (const auto& match : meanings_[end - length])
            if (match.sort == static_cast<std::uint8_t>(sort) && match.words == length) return length;
    return 0;
}

bool DateScan::before(std::size_t at, DateWord sort) const
{
    for (int steps = 0; steps < 3; ++steps) {
        if (ending_at(at, sort) > 0) return true;
        const auto skipped = std::max(
            {ending_at(at, DateWord::filler), ending_at(at, DateWord::coming), ending_at(at, DateWord::current)});
        if (skipped == 0) return false;
        at -= skipped;
    }
    return false;
}

bool DateScan::after(std::size_t at, DateWord sort) const
{
    for (std::size_t on = 0; on < 2; ++on) {
        if (as(at + on, sort)) return true;
        if (!as(at + on, DateWord::filler) && !as(at + on, DateWord::end)) return false;
    }
    return false;
}

bool DateScan::ends_with(std::size_t at, std::string_view ending) const
{
    return at < words_.size() && words_[at].strong.ends_with(ending);
}

char DateScan::joint(std::size_t at) const
{
    if (at >= words_.size() || at == 0 || !words_[at].joined) return 0;
    return text_[words_[at].begin - 1];
}

std::optional<int> DateScan::digits(std::size_t at) const
{
    if (at >= words_.size() || !words_[at].digits_only || words_[at].strong.size() > 4) return {};
    const auto& text = words_[at].strong;
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<Piece> DateScan::number(std::size_t at) const
{
    if (const auto value = digits(at)) {
        // "3-5 days": the later end is what can be relied on.
        if (const auto second = digits(at + 1); second && joint(at + 1) == '-') return Piece{*second, 2};
        return Piece{*value, 1};
    }
    return as(at, DateWord::number);
}

std::optional<Piece> DateScan::with_suffix(std::size_t at, std::string_view suffixes) const
{
    if (at >= words_.size() || !words_[at].letters_and_digits) return {};
    const auto& text = words_[at].strong;
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const auto suffix = std::string_view(text).substr(static_cast<std::size_t>(end - text.data()));
    if (error != std::errc{} || value > 999 || !one_of(suffixes, suffix)) return {};
    return Piece{value, 1};
}

std::optional<Piece> DateScan::ordinal(std::size_t at) const
{
    if (const auto written = with_suffix(at, ordinal_endings)) return written;
    return as(at, DateWord::ordinal);
}

std::optional<DayOfMonth> DateScan::two_digits(std::size_t at, int first, int second) const
{
    const bool swapped = second > 12 && first <= 12;
    const DayOfMonth found{.month = swapped ? first : second, .day = swapped ? second : first, .words = 2};
    if (found.month < 1 || found.month > 12 || found.day < 1 || found.day > 31) return {};
    const auto year = digits(at + 2);
    if (!year || joint(at + 2) == 0 || *year < 1000) return found;
    return DayOfMonth{.year = *year, .month = found.month, .day = found.day, .solar = *year < 1600, .words = 3};
}

std::optional<DayOfMonth> DateScan::in_digits(std::size_t at) const
{
    const auto first = digits(at);
    const auto second = digits(at + 1);
    const char joined = joint(at + 1);
    if (!first || !second || (joined != '/' && joined != '.' && joined != '-')) return {};
    if (*first >= 1000) {
        const auto third = digits(at + 2);
        if (!third || joint(at + 2) == 0 || *second < 1 || *second > 12 || *third < 1 || *third > 31) return {};
        return DayOfMonth{.year = *first, .month = *second, .day = *third, .solar = *first < 1600, .words = 3};
    }
    if (joined == '-') return {};
    const auto end = words_[at + 1].end;
    const bool dotted = end < text_.size() && text_[end] == '.'; // "15.6." is a day, "15.30" a clock.
    const bool year = digits(at + 2) && joint(at + 2) == joined && *digits(at + 2) >= 1000;
    if (joined == '.' && !year && (!dotted || language_ != "fi" || before(at, DateWord::at))) return {};
    return two_digits(at, *first, *second);
}

std::optional<DayOfMonth> DateScan::month_first(std::size_t at) const
{
    const auto month = as(at, DateWord::month);
    if (!month || language_ != "en") return {};
    auto day = ordinal(at + 1);
    if (!day && digits(at + 1)) day = Piece{*digits(at + 1), 1};
    if (!day || day->value < 1 || day->value > 31) return {};
    return DayOfMonth{.month = month->value, .day = day->value, .words = 2};
}

std::optional<DayOfMonth> DateScan::in_words(std::size_t at) const
{
    auto day = ordinal(at);
    if (!day) day = number(at);
    if (!day || day->value < 1 || day->value > 31) return month_first(at);
    for (std::size_t next = at + day->words; next < at + day->words + 3; ++next) {
        const auto month = as(next, DateWord::month);
        const auto solar = as(next, DateWord::solar_month);
        if (!month && !solar) {
            if (as(next, DateWord::filler)) continue;
            return {};
        }
        DayOfMonth found{.month = month ? month->value : solar->value, .day = day->value, .solar = !month};
        const auto year = digits(next + 1).value_or(0);
        if (year >= 1000) found.year = year;
        found.words = next + 1 - at + (year >= 1000 ? 1 : 0);
        return found;
    }
    return {};
}

std::optional<DayOfMonth> DateScan::without_month(std::size_t at) const
{
    auto day = with_suffix(at, ordinal_endings);
    const bool english = day && language_ == "en" && (before(at, DateWord::filler) || before(at, DateWord::by));
    if (!day && digits(at)) day = Piece{*digits(at), 1};
    if (!day || day->value < 1 || day->value > 31) return {};
    if (english) return DayOfMonth{.day = day->value, .words = 1};
    // "10. päivä" is a date, "10 päivää" a length.
    const bool dotted = language_ != "fi" || text_.substr(words_[at].end).starts_with('.');
    if (!dotted || !as(at + 1, DateWord::of_month)) return {};
    return DayOfMonth{.day = day->value, .words = 1 + as(at + 1, DateWord::of_month)->words};
}

std::optional<DayOfMonth> DateScan::day_of_month(std::size_t at) const
{
    if (const auto found = in_digits(at)) return found;
    if (const auto found = in_words(at)) return found;
    return without_month(at);
}

ClockPiece DateScan::settled(std::size_t begin, std::size_t next, int hour, int minute) const
{
    const bool literal = hour >= 13 || hour == 0;
    auto half = 0; // 1: before noon, 2: after it.
    auto end = next;
    for (std::size_t at = next; at < next + 3 && half == 0; ++at) {
        const auto part = as(at, DateWord::part);
        const auto noon = as(at, DateWord::hour);
        if (as(at, DateWord::forenoon) || (part && part->value <= 12)) half = 1;
        else if (as(at, DateWord::afternoon) || part) half = 2;
        else if (noon && noon->value == 12 * 60 && language_ != "fi") half = hour < 8 || hour == 12 ? 2 : 1;
        else if (!as(at, DateWord::filler) && !as(at, DateWord::clock) && !as(at, DateWord::current) &&
                 !as(at, DateWord::day) && !as(at, DateWord::within))
            break;
        if (half != 0) end = at + 1;
    }
    if (half == 0) half = hour < 8 || hour == 12 ? 2 : 1;
    if (!literal) hour = hour % 12 + (half == 2 ? 12 : 0);
    return {.minutes = hour * 60 + minute, .words = end - begin};
}

// After "by" a bare number is a clock only when nothing that it could count comes after it.
bool DateScan::may_end_here(std::size_t at, bool digits) const
{
    if (at >= words_.size()) return true;
    const auto gap = text_.substr(words_[at - 1].end, words_[at].begin - words_[at - 1].end);
    if (gap.find_first_not_of(' ') != std::string_view::npos) return true;
    constexpr std::array ends{DateWord::day,       DateWord::weekday, DateWord::part,    DateWord::forenoon,
                              DateWord::afternoon, DateWord::clock,   DateWord::current, DateWord::by,
                              DateWord::at,        DateWord::end};
    for (const auto sort : ends)
        if (as(at, sort)) return true;
    return digits && as(at, DateWord::filler);
}

std::optional<ClockPiece> DateScan::hour_and_minutes(std::size_t at, bool marked) const
{
    const auto hour = digits(at);
    const auto minute = digits(at + 1);
    const char joined = joint(at + 1);
    if (!hour || !minute || *hour > 24 || *minute > 59 || words_[at + 1].strong.size() != 2) return {};
    if (joined != ':' && joined != '.') return {};
    const bool half_of_day = as(at + 2, DateWord::forenoon) || as(at + 2, DateWord::afternoon);
    if (joined == '.' && !marked && !half_of_day) return {};
    if (words_[at].strong.starts_with('0')) return ClockPiece{.minutes = *hour * 60 + *minute, .words = 2};
    return settled(at, at + 2, *hour, *minute);
}

std::optional<ClockPiece> DateScan::half_hour(std::size_t at, bool marked) const
{
    const auto half = as(at, DateWord::half);
    if (!half) return {};
    std::size_t next = at + half->words;
    if (as(next, DateWord::unit)) return {};
    if (language_ == "en") {
        if (!as(next, DateWord::past)) return {};
        const auto hour = number(++next);
        if (!hour || hour->value > 12) return {};
        return settled(at, next + hour->words, hour->value, 30);
    }
    if (language_ != "fi") return {};
    auto hour = as(next, DateWord::hour);
    if (hour) hour->value /= 60;
    if (!hour && marked) hour = number(next);
    if (!hour || hour->value < 1 || hour->value > 12) return {};
    auto found = settled(at, next + 1, hour->value, 0);
    found.minutes -= 30; // "puoli neljä" is half an hour before four.
    return found;
}

std::optional<ClockPiece> DateScan::whole_hour(std::size_t at, bool marked) const
{
    if (const auto hour = with_suffix(at, afternoon_endings))
        return ClockPiece{.minutes = (hour->value % 12 + 12) * 60, .words = 1};
    if (const auto hour = with_suffix(at, forenoon_endings))
        return ClockPiece{.minutes = hour->value % 12 * 60, .words = 1};
    const auto hour = number(at);
    if (!hour || hour->value > 24) return {};
    const std::size_t next = at + hour->words;
    const bool said = as(next, DateWord::forenoon) || as(next, DateWord::afternoon) || as(next, DateWord::clock);
    if (!marked && !said) return {};
    if (as(next, DateWord::unit) && !as(next, DateWord::at)) return {};
    if (as(next, DateWord::past) && as(next + 1, DateWord::half)) return settled(at, next + 2, hour->value, 30);
    if (as(next, DateWord::past) && as(next + 1, DateWord::quarter)) return settled(at, next + 2, hour->value, 15);
    return settled(at, next, hour->value, 0);
}

std::optional<ClockPiece> DateScan::named_hour(std::size_t at) const
{
    const auto hour = as(at, DateWord::hour);
    if (!hour) return {};
    if (hour->value >= 12 * 60 || language_ != "fi") return ClockPiece{.minutes = hour->value, .words = hour->words};
    auto found = settled(at, at + hour->words, hour->value / 60, hour->value % 60);
    return found;
}

std::optional<ClockPiece> DateScan::marked(std::size_t at) const
{
    const auto mark = as(at, DateWord::at);
    const auto by = as(at, DateWord::by);
    if (!mark && !by) return {};
    const std::size_t next = at + (mark ? mark->words : by->words);
    if (day_of_month(next)) return {};
    if (const auto found = half_hour(next, true)) return ClockPiece{found->minutes, next - at + found->words};
    if (const auto found = hour_and_minutes(next, true)) return ClockPiece{found->minutes, next - at + found->words};
    const auto value = number(next);
    if (!mark && value) {
        const bool greek_one = language_ != "el" || value->value == 1;
        if (language_ == "fi" || !greek_one || !may_end_here(next + value->words, digits(next).has_value())) return {};
    }
    if (const auto found = whole_hour(next, true)) return ClockPiece{found->minutes, next - at + found->words};
    return {};
}

std::optional<ClockPiece> DateScan::clock(std::size_t at) const
{
    if (const auto found = marked(at)) return found;
    if (const auto found = half_hour(at, false)) return found;
    if (const auto found = hour_and_minutes(at, false)) return found;
    if (const auto found = whole_hour(at, false)) return found;
    return named_hour(at);
}

bool DateScan::past(std::size_t begin, std::size_t end) const
{
    return as(end, DateWord::gone) || (language_ != "fa" && before(begin, DateWord::gone));
}

bool DateScan::bounded(std::size_t begin, std::size_t end) const
{
    const bool inessive = language_ == "fi" && ends_with(end - 1, "ssa");
    return inessive || before(begin, DateWord::within) || after(end, DateWord::later);
}

std::optional<Piece> DateScan::length(std::size_t at, int& unit) const
{
    if (const auto hours = with_suffix(at, hour_endings); hours && before(at, DateWord::within)) {
        unit = unit_hour;
        return hours;
    }
    const auto half = as(at, DateWord::half);
    auto count = half ? half : number(at);
    if (!count) count = as(at, DateWord::article);
    std::size_t next = count ? at + count->words : at;
    if (count && as(next, DateWord::coming)) ++next;
    const auto found = as(next, DateWord::unit);
    if (!found) return {};
    const std::size_t end = next + found->words;
    if (past(at, end) || !bounded(at, end)) return {};
    if (!count && (language_ == "fa" || language_ == "el")) return {}; // «تا روز دوشنبه» is no length.
    // "viikon loppuun", "next week": an end of the calendar, not a length.
    if (!count && (as(end, DateWord::end) || before(at, DateWord::coming) || before(at, DateWord::current) ||
                   before(at, DateWord::end)))
        return {};
    unit = half && found->value > 1 ? unit_minute : found->value;
    return Piece{.value = half ? found->value / 2 : (count ? count->value : 1), .words = end - at};
}

} // namespace amends::calendar
