// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/addresses.h"
#include "platform/mail/ascii.h"

#include <array>
#include <utility>

namespace amends::mail {

namespace {

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::pair<std::string_view, int>, 14> zones = {{{"ut", 0},
                                                                     {"gmt", 0},
                                                                     {"utc", 0},
                                                                     {"z", 0},
                                                                     {"est", -300},
                                                                     {"edt", -240},
                                                                     {"cst", -360},
                                                                     {"cdt", -300},
                                                                     {"mst", -420},
                                                                     {"mdt", -360},
                                                                     {"pst", -480},
                                                                     {"pdt", -420},
                                                                     {"cet", 60},
                                                                     {"cest", 120}}};

struct Reading {
    int year = -1, month = 0, day = 0, hour = 0, minute = 0, second = 0, offset = 0;
    bool timed = false;
};

int number(std::string_view digits)
{
    int value = 0;
    for (const char digit : digits.substr(0, 6)) value = value * 10 + (digit - '0');
    return value;
}

bool all_digits(std::string_view word) { return !word.empty() && std::ranges::all_of(word, is_digit); }

// "11:36:43", "11:36", "11.36.43"
bool read_clock(std::string_view word, Reading& out)
{
    std::array<int, 3> parts{};
    std::size_t count = 0;
    for (std::size_t at = 0; at <= word.size() && count < parts.size(); ++count) {
        const auto end = std::min(word.find_first_of(":.", at), word.size());
        if (!all_digits(word.substr(at, end - at))) break;
        parts[count] = number(word.substr(at, end - at));
        at = end + 1;
    }
    if (count < 2) return false;
    out.hour = parts[0];
    out.minute = parts[1];
    out.second = parts[2];
    return out.timed = true;
}

void read_offset(std::string_view word, Reading& out)
{
    std::string digits;
    for (const char letter : word.substr(1))
        if (is_digit(letter)) digits += letter;
    if (digits.size() < 3 || digits.size() > 4) return;
    const int value = number(digits);
    const int minutes = value / 100 * 60 + value % 100;
    if (minutes <= 14 * 60) out.offset = word.front() == '-' ? -minutes : minutes;
}

void read_number(std::string_view word, Reading& out)
{
    const int value = number(word);
    if (out.day == 0 && word.size() <= 2) out.day = value;
    else if (out.year < 0 && (word.size() == 4 || out.day != 0)) {
        out.year = value;
        if (word.size() == 2) out.year += value < 50 ? 2000 : 1900;
        else if (word.size() == 3) out.year += 1900;
    }
}

// "2026-11-25" and "25-Nov-2026"
bool read_dashed(std::string_view word, Reading& out)
{
    const auto first = word.find('-'), second = first == word.npos ? first : word.find('-', first + 1);
    if (second == word.npos || first == 0) return false;
    const auto a = word.substr(0, first), b = word.substr(first + 1, second - first - 1), c = word.substr(second + 1);
    const auto month = std::ranges::find_if(months, [&](auto name) { return starts_as(b, name); });
    if (month != months.end()) {
        out.day = all_digits(a) ? number(a) : 0;
        out.month = static_cast<int>(month - months.begin()) + 1;
        if (all_digits(c)) out.year = number(c) + (c.size() == 2 ? 2000 : 0);
        return true;
    }
    if (!all_digits(a) || !all_digits(b) || !all_digits(c) || a.size() != 4) return false;
    out.year = number(a);
    out.month = number(b);
    out.day = number(c);
    return true;
}

void read_word(std::string_view word, Reading& out)
{
    if ((word.front() == '+' || word.front() == '-') && out.timed) return read_offset(word, out);
    if (read_dashed(word, out)) return;
    if (word.find(':') != word.npos && read_clock(word, out)) {
        if (const auto sign = word.find_first_of("+-"); sign != word.npos) read_offset(word.substr(sign), out);
        return;
    }
    if (all_digits(word)) return read_number(word, out);
    for (std::size_t i = 0; i < months.size(); ++i)
        if (starts_as(word, months[i]) && out.month == 0) out.month = static_cast<int>(i) + 1;
    for (const auto& [name, minutes] : zones)
        if (same(word, name)) out.offset = minutes;
    if (same(word, "pm") && out.hour < 12) out.hour += 12;
    if (same(word, "am") && out.hour == 12) out.hour = 0;
}

} // namespace

std::optional<Instant> date_of(std::string_view value)
{
    using namespace std::chrono;
    Reading out;
    std::string text(value.substr(0, 200));
    if (text.size() > 10 && text[4] == '-' && (text[10] == 'T' || text[10] == 't')) text[10] = ' ';
    std::size_t depth = 0;
    for (char& letter : text) { // Comments, such as the name of the zone, say nothing new.
        if (letter == '(') ++depth;
        const bool inside = depth > 0;
        if (letter == ')' && depth > 0) --depth;
        if (inside || letter == ',' || letter == ';') letter = ' ';
        if (letter == 'Z') letter = ' '; // UTC, as without any zone.
    }
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find_first_of(" \t", at), text.size());
        if (end > at) read_word(std::string_view(text).substr(at, end - at), out);
        at = end + 1;
    }
    const year_month_day day{year{out.year}, month{static_cast<unsigned>(out.month)},
                             std::chrono::day{static_cast<unsigned>(out.day)}};
    if (out.year < 1970 || out.year > 9999 || !day.ok() || out.hour > 23 || out.minute > 59 || out.second > 60)
        return {};
    return sys_days{day} + hours{out.hour} + minutes{out.minute - out.offset} + seconds{out.second};
}

} // namespace amends::mail
