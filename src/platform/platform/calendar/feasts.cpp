// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/feasts.h"

#include <chrono>

namespace amends::calendar {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

sys_days day_of(int year, int month, int day)
{
    return sys_days{std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
                    std::chrono::day(static_cast<unsigned>(day))};
}

Date date_of(sys_days day)
{
    const std::chrono::year_month_day date(day);
    return {.year = static_cast<int>(date.year()),
            .month = static_cast<int>(static_cast<unsigned>(date.month())),
            .day = static_cast<int>(static_cast<unsigned>(date.day()))};
}

Date saturday_from(sys_days first)
{
    const auto ahead = std::chrono::Saturday - std::chrono::weekday(first); // Zero to six days.
    return date_of(first + ahead);
}

} // namespace

// The anonymous rule of 1876; its letters are those of the books.
Date western_easter(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int g = (8 * b + 13) / 25;
    const int h = (19 * a + b - b / 4 - g + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 19 * l) / 433;
    const int month = (h + l - 7 * m + 90) / 25;
    return {.year = year, .month = month, .day = (h + l - 7 * m + 33 * month + 19) % 32};
}

// Meeus' rule gives a date of the Julian calendar, which has fallen behind by more and more days.
Date orthodox_easter(int year)
{
    const int d = (19 * (year % 19) + 15) % 30;
    const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    const int behind = year / 100 - year / 400 - 2;
    return date_of(day_of(year, (d + e + 114) / 31, (d + e + 114) % 31 + 1) + days{behind});
}

Date finnish_midsummer_day(int year) { return saturday_from(day_of(year, 6, 20)); }

Date finnish_all_saints_day(int year) { return saturday_from(day_of(year, 10, 31)); }

} // namespace amends::calendar
