// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/periods.h"

#include <doctest/doctest.h>

using namespace amends::calendar;

namespace {

const ClosedDays finland{"2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-06-19", "2026-06-20"};
const ClosedDays greece{"2026-04-10", "2026-04-13", "2026-05-01", "2026-06-01"};

} // namespace

TEST_CASE("a month ends with the day of the same number, or the last there is")
{
    CHECK(period_months({2026, 1, 31}, 3, finland) == Date{2026, 4, 30});
    CHECK(period_months({2026, 3, 3}, 3, greece) == Date{2026, 6, 3});
    CHECK(period_months({2024, 1, 31}, 1, {}) == Date{2024, 2, 29});
    CHECK(period_months({2026, 11, 15}, 3, {}) == Date{2027, 2, 15});
}

TEST_CASE("a period that ends on a day without work ends on the next one with")
{
    CHECK(period_months({2026, 1, 31}, 1, finland) == Date{2026, 3, 2});
    CHECK(period_months({2026, 3, 3}, 1, finland) == Date{2026, 4, 7});
    CHECK(period_months({2026, 3, 10}, 1, greece) == Date{2026, 4, 14});
    CHECK(period_months({2026, 3, 10}, 1, finland) == Date{2026, 4, 10});
}

TEST_CASE("business days leave out weekends, closed days and the day of receipt")
{
    ClosedDays without_the_eve = finland;
    without_the_eve.erase("2026-06-19");

    CHECK(business_days_after({2026, 6, 1}, 15, finland) == Date{2026, 6, 23});
    CHECK(business_days_after({2026, 6, 1}, 15, without_the_eve) == Date{2026, 6, 22});
    CHECK(business_days_after({2026, 6, 1}, 35, finland) == Date{2026, 7, 21});
    CHECK(business_days_after({2026, 6, 5}, 1, {}) == Date{2026, 6, 8});
}
