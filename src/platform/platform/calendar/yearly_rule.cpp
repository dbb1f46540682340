// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/yearly_rule.h"

#include "platform/calendar/iso.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace amends::calendar {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

std::optional<int> number_in(std::string_view text, int least, int most)
{
    int number = 0;
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most)
        return std::nullopt;
    return number;
}

std::optional<sys_days> day_in(std::string_view text)
{
    const auto part = digits_of(text.substr(0, std::min<std::size_t>(text.size(), 8)), "00000000");
    if (!part) return std::nullopt;
    const int number = part->front();
    const year_month_day date(std::chrono::year(number / 10'000),
                              std::chrono::month(static_cast<unsigned>(number / 100 % 100)),
                              std::chrono::day(static_cast<unsigned>(number % 100)));
    return date.ok() ? std::optional(sys_days(date)) : std::nullopt;
}

// "4TH", "-1MO".
bool take_weekday(YearlyRule& rule, std::string_view text)
{
    constexpr std::array<std::string_view, 7> names{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    if (text.size() < 3) return false;
    const auto* const name = std::ranges::find(names, text.substr(text.size() - 2));
    rule.nth = number_in(text.substr(0, text.size() - 2), -5, 5);
    if (name == names.end() || !rule.nth || *rule.nth == 0) return false;
    rule.weekday = static_cast<unsigned>(name - names.begin());
    return true;
}

bool take(YearlyRule& rule, std::string_view name, std::string_view value)
{
    if (name == "FREQ") return value == "YEARLY";
    if (name == "WKST") return true; // Weeks are counted nowhere.
    if (name == "INTERVAL") {
        const auto number = number_in(value, 1, 100);
        rule.interval = number.value_or(1);
        return number.has_value();
    }
    if (name == "COUNT") return (rule.count = number_in(value, 1, 1000)).has_value();
    if (name == "UNTIL") return (rule.until = day_in(value)).has_value();
    if (name == "BYMONTH") return (rule.month = number_in(value, 1, 12)).has_value();
    if (name == "BYMONTHDAY") return (rule.month_day = number_in(value, 1, 31)).has_value();
    return name == "BYDAY" && take_weekday(rule, value);
}

std::optional<sys_days> nth_weekday(std::chrono::year_month month, std::chrono::weekday weekday, int nth)
{
    if (nth == -1) return sys_days(month / weekday[std::chrono::last]);
    if (nth < 0) return std::nullopt;
    const std::chrono::year_month_weekday found = month / weekday[static_cast<unsigned>(nth)];
    return found.ok() ? std::optional(sys_days(found)) : std::nullopt;
}

// None in a year that has no such day: 29 February.
std::optional<sys_days> in_year(const YearlyRule& rule, const year_month_day& start, std::chrono::year year)
{
    const auto month = rule.month ? std::chrono::month(static_cast<unsigned>(*rule.month)) : start.month();
    if (rule.nth) return nth_weekday(year / month, std::chrono::weekday(rule.weekday), *rule.nth);
    const auto day = rule.month_day ? std::chrono::day(static_cast<unsigned>(*rule.month_day)) : start.day();
    const year_month_day date(year, month, day);
    return date.ok() ? std::optional(sys_days(date)) : std::nullopt;
}

} // namespace

std::vector<sys_days> YearlyRule::days(sys_days start, int first, int last) const
{
    std::vector<sys_days> found;
    const year_month_day began(start);
    int left = count.value_or(10'000);
    for (int year = static_cast<int>(began.year()); year <= last && left > 0; year += interval) {
        const auto day = in_year(*this, began, std::chrono::year(year));
        if (!day || *day < start) continue;
        if (until && *day > *until) break;
        --left;
        if (year >= first) found.push_back(*day);
    }
    return found;
}

std::optional<YearlyRule> yearly_rule(std::string_view text)
{
    YearlyRule rule;
    bool yearly = false;
    while (!text.empty()) {
        const auto end = std::min(text.find(';'), text.size());
        const auto part = text.substr(0, end);
        const auto equals = part.find('=');
        if (equals == std::string_view::npos || !take(rule, part.substr(0, equals), part.substr(equals + 1)))
            return std::nullopt;
        yearly = yearly || part.starts_with("FREQ");
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    // The weekday of a year, and not of a month, is another thing.
    if (!yearly || (rule.nth && (!rule.month || rule.month_day || *rule.nth < -1))) return std::nullopt;
    return rule;
}

} // namespace amends::calendar
