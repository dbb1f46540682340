// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/jalali.h"

#include <chrono>

namespace amends::calendar {
namespace {

using std::chrono::sys_days;

// 1 Farvardin of the year 1, as days before 1970.
constexpr int first_day = -492'268;

int floor_of(int number, int by) { return number >= 0 ? number / by : -((by - 1 - number) / by); }

// Eight of 33 years are leap years.
int days_before_year(int year) { return 365 * (year - 1) + floor_of(8 * year + 21, 33); }

// Six months of 31 days, then 30 each.
int days_before_month(int month) { return month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6; }

} // namespace

Date jalali_of(const Date& gregorian)
{
    const sys_days day = std::chrono::year(gregorian.year) /
                         std::chrono::month(static_cast<unsigned>(gregorian.month)) /
                         std::chrono::day(static_cast<unsigned>(gregorian.day));
    const int number = static_cast<int>(day.time_since_epoch().count()) - first_day;
    int year = floor_of(number, number < 0 ? 365 : 366) + 1; // Not later than the year that is sought.
    while (days_before_year(year + 1) <= number) ++year;
    const int day_of_year = number - days_before_year(year);
    const int month = day_of_year < 186 ? day_of_year / 31 + 1 : (day_of_year - 6) / 30 + 1;
    return {.year = year, .month = month, .day = day_of_year - days_before_month(month) + 1};
}

Date gregorian_of(const Date& jalali)
{
    const int number = first_day + days_before_year(jalali.year) + days_before_month(jalali.month) + jalali.day - 1;
    const std::chrono::year_month_day day(sys_days{std::chrono::days{number}});
    return {.year = static_cast<int>(day.year()),
            .month = static_cast<int>(static_cast<unsigned>(day.month())),
            .day = static_cast<int>(static_cast<unsigned>(day.day()))};
}

bool jalali_leap(int year) { return days_before_year(year + 1) - days_before_year(year) == 366; }

int jalali_month_length(int year, int month)
{
    if (month < 12) return month <= 6 ? 31 : 30;
    return jalali_leap(year) ? 30 : 29;
}

std::string persian_digits(std::string_view text)
{
    std::string persian;
    for (const char letter : text) {
        if (letter < '0' || letter > '9') persian += letter;
        else persian.append("\xdb").append(1, static_cast<char>(letter - '0' + 0xb0)); // U+06F0 to U+06F9.
    }
    return persian;
}

} // namespace amends::calendar
