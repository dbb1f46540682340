// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/jalali.h"

#include <doctest/doctest.h>

#include <chrono>

using namespace amends::calendar;

TEST_CASE("dates known to be the same in both calendars are")
{
    struct Same {
        Date gregorian;
        Date jalali;
    };
    for (const auto& [gregorian, jalali] : {
             Same{{2024, 3, 19}, {1402, 12, 29}},
             Same{{2024, 3, 20}, {1403, 1, 1}},
             Same{{2025, 3, 20}, {1403, 12, 30}},
             Same{{2025, 3, 21}, {1404, 1, 1}},
             Same{{2026, 3, 20}, {1404, 12, 29}},
             Same{{2026, 6, 2}, {1405, 3, 12}},
             Same{{2026, 9, 22}, {1405, 6, 31}},
             Same{{2026, 9, 23}, {1405, 7, 1}},
             Same{{2028, 3, 20}, {1407, 1, 1}},
             Same{{2029, 3, 20}, {1408, 1, 1}},
             Same{{2034, 3, 20}, {1412, 12, 30}},
             Same{{2000, 1, 1}, {1378, 10, 11}},
             Same{{1979, 2, 11}, {1357, 11, 22}},
             Same{{2100, 1, 1}, {1478, 10, 12}},
         }) {
        CHECK(jalali_of(gregorian) == jalali);
        CHECK(gregorian_of(jalali) == gregorian);
    }
}

TEST_CASE("every day of four centuries follows the day before it")
{
    using std::chrono::sys_days;
    Date before = jalali_of({1700, 1, 1});
    for (sys_days day{std::chrono::year{1700} / 1 / 2}; day < sys_days{std::chrono::year{2123} / 1 / 1};
         day += std::chrono::days{1}) {
        const std::chrono::year_month_day date(day);
        const Date gregorian{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                             static_cast<int>(static_cast<unsigned>(date.day()))};
        const Date jalali = jalali_of(gregorian);
        const bool same_month = jalali.month == before.month && jalali.day == before.day + 1;
        const bool next_month = jalali.day == 1 && before.day == jalali_month_length(before.year, before.month) &&
                                (jalali.month == before.month + 1 || (before.month == 12 && jalali.month == 1));
        const bool year_turns = jalali.year == before.year + (before.month == 12 && jalali.month == 1 ? 1 : 0);
        REQUIRE((same_month || next_month));
        REQUIRE(year_turns);
        REQUIRE(gregorian_of(jalali) == gregorian);
        before = jalali;
    }
}

TEST_CASE("a day before the first year has a date too")
{
    using std::chrono::sys_days;
    for (sys_days day{std::chrono::year{1} / 1 / 1}; day < sys_days{std::chrono::year{700} / 1 / 1};
         day += std::chrono::days{1}) {
        const std::chrono::year_month_day date(day);
        const Date gregorian{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                             static_cast<int>(static_cast<unsigned>(date.day()))};
        const Date jalali = jalali_of(gregorian);
        REQUIRE((jalali.month >= 1 && jalali.day >= 1));
        REQUIRE(jalali.day <= jalali_month_length(jalali.year, jalali.month));
        REQUIRE(gregorian_of(jalali) == gregorian);
    }
}

TEST_CASE("leap years come every four years and after five now and then")
{
    for (const int year : {1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416})
        CHECK(jalali_leap(year));
    for (const int year : {1371, 1374, 1400, 1404, 1405, 1406, 1407, 1411}) CHECK_FALSE(jalali_leap(year));
}

TEST_CASE("digits become Persian ones and nothing else changes")
{
    CHECK(persian_digits("0123456789 a,ä") == "۰۱۲۳۴۵۶۷۸۹ a,ä");
}
