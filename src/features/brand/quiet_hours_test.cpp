// SPDX-License-Identifier: Apache-2.0
#include "brand/quiet_hours.h"

#include "platform/calendar/zone.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace amends::brand;
using namespace std::chrono_literals;

namespace {

const calendar::Zone tehran("Asia/Tehran");
const calendar::Zone helsinki("Europe/Helsinki");
const QuietHours nights{};

Instant at(const calendar::Zone& zone, int day, int hour, int minute = 0)
{
    return zone.instant({2026, 6, day, hour, minute, 0});
}

} // namespace

TEST_CASE("half past eleven in Tehran is quiet until eight there, which is half past four in UTC")
{
    CHECK(quiet(nights, tehran, at(tehran, 2, 23, 30)));
    CHECK(first_allowed(nights, tehran, at(tehran, 2, 23, 30)) == at(tehran, 3, 8));
    CHECK(at(tehran, 3, 8) == Instant(std::chrono::sys_days{std::chrono::year{2026} / 6 / 3} + 4h + 30min));
}

TEST_CASE("quiet begins with its first minute and ends with its last")
{
    CHECK_FALSE(quiet(nights, helsinki, at(helsinki, 2, 20, 59)));
    CHECK(quiet(nights, helsinki, at(helsinki, 2, 21)));
    CHECK(quiet(nights, helsinki, at(helsinki, 3, 7, 59)));
    CHECK_FALSE(quiet(nights, helsinki, at(helsinki, 3, 8)));
    CHECK(first_allowed(nights, helsinki, at(helsinki, 3, 7, 59)) == at(helsinki, 3, 8));
    CHECK(first_allowed(nights, helsinki, at(helsinki, 3, 12)) == at(helsinki, 3, 12));
}

TEST_CASE("what is first allowed is never quiet and never before, at any minute of a year with its jumps")
{
    for (const auto& hours : {nights, QuietHours{180, 240}, QuietHours{600, 660}, QuietHours{0, 0}})
        for (Instant now = at(helsinki, 1, 0); now < at(helsinki, 1, 0) + 366 * 24h; now += 37min) {
            const Instant allowed = first_allowed(hours, helsinki, now);
            CHECK(allowed >= now);
            CHECK(allowed <= now + 25h);
            CHECK_FALSE(quiet(hours, helsinki, allowed));
        }
}
