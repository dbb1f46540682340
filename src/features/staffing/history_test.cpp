// SPDX-License-Identifier: Apache-2.0
#include "staffing/history.h"

#include "platform/calendar/opening.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace amends::staffing;
using namespace std::chrono_literals;

namespace {

// A Monday.
constexpr Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1} + 12h};

const calendar::OpeningCalendar
    always({{{0, 0, 1440}, {1, 0, 1440}, {2, 0, 1440}, {3, 0, 1440}, {4, 0, 1440}, {5, 0, 1440}, {6, 0, 1440}}}, {},
           "UTC");

std::vector<Begun> begun(int answered, int waiting)
{
    std::vector<Begun> all;
    for (int count = 0; count < answered; ++count) all.push_back({noon - 10h, noon - 10h + (count + 1) * 1min});
    for (int count = 0; count < waiting; ++count) all.push_back({noon - 5h, std::nullopt});
    return all;
}

} // namespace

TEST_CASE("the hours of a week are those on the wall of the desk")
{
    const auto quarter = [](Instant at) { return at.time_since_epoch() / 15min; };
    const std::vector<Quarter> heard{{quarter(noon), 8}, {quarter(noon + 30min), 4}, {quarter(noon + 168h), 8}};

    CHECK(usual_week(heard, calendar::Zone("UTC"), 4)[0][12] == 5);
    CHECK(usual_week(heard, calendar::Zone("Asia/Tehran"), 4)[0][15] == 4); // 15:30 there.
    CHECK(usual_week(heard, calendar::Zone("Asia/Tehran"), 4)[0][16] == 1);
    CHECK(usual_week(heard, calendar::Zone("Pacific/Auckland"), 4)[1][0] == 5);
}

TEST_CASE("of fewer than twenty nothing is said")
{
    CHECK_FALSE(answer_wait(begun(19, 0), always, noon));
    CHECK(answer_wait(begun(20, 0), always, noon)->half_by == noon + 10min);
    CHECK(answer_wait(begun(20, 0), always, noon)->n == 20);
}

TEST_CASE("those who still wait are no quick answers")
{
    CHECK(answer_wait(begun(20, 15), always, noon)->half_by == noon + 20min);
    CHECK_FALSE(answer_wait(begun(15, 20), always, noon)); // Fewer than half have got one: nobody knows.
}
