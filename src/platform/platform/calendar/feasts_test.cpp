// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/feasts.h"

#include <doctest/doctest.h>

#include <chrono>

using namespace amends::calendar;

namespace {

unsigned weekday_of(const Date& date)
{
    const std::chrono::sys_days day = std::chrono::year(date.year) /
                                      std::chrono::month(static_cast<unsigned>(date.month)) /
                                      std::chrono::day(static_cast<unsigned>(date.day));
    return std::chrono::weekday(day).c_encoding(); // 0 is Sunday.
}

} // namespace

TEST_CASE("Easter is where the almanacs have it")
{
    struct Year {
        Date western;
        Date orthodox;
    };
    for (const auto& [western, orthodox] :
         {Year{{2024, 3, 31}, {2024, 5, 5}}, Year{{2025, 4, 20}, {2025, 4, 20}}, Year{{2026, 4, 5}, {2026, 4, 12}},
          Year{{2027, 3, 28}, {2027, 5, 2}}, Year{{2028, 4, 16}, {2028, 4, 16}}, Year{{2030, 4, 21}, {2030, 4, 28}},
          Year{{2031, 4, 13}, {2031, 4, 13}}, Year{{2038, 4, 25}, {2038, 4, 25}}}) {
        CHECK(western_easter(western.year) == western);
        CHECK(orthodox_easter(western.year) == orthodox);
    }
}

TEST_CASE("Easter is a Sunday within its bounds, and the Orthodox one never comes first")
{
    for (int year = 1900; year < 2200; ++year) {
        CHECK(weekday_of(western_easter(year)) == 0);
        CHECK(weekday_of(orthodox_easter(year)) == 0);
        CHECK(western_easter(year) >= Date{year, 3, 22});
        CHECK(western_easter(year) <= Date{year, 4, 25});
        CHECK(orthodox_easter(year) >= western_easter(year));
    }
}

TEST_CASE("Finnish feasts that became Saturdays are Saturdays in their week")
{
    CHECK(finnish_midsummer_day(2025) == Date{2025, 6, 21});
    CHECK(finnish_midsummer_day(2026) == Date{2026, 6, 20});
    CHECK(finnish_all_saints_day(2025) == Date{2025, 11, 1});
    CHECK(finnish_all_saints_day(2026) == Date{2026, 10, 31});
    for (int year = 1955; year < 2100; ++year) {
        CHECK(weekday_of(finnish_midsummer_day(year)) == 6);
        CHECK(finnish_midsummer_day(year) <= Date{year, 6, 26});
        CHECK(weekday_of(finnish_all_saints_day(year)) == 6);
        CHECK(finnish_all_saints_day(year) <= Date{year, 11, 6});
    }
}
