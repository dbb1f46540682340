// SPDX-License-Identifier: Apache-2.0
#include "promise/call_times.h"

#include "platform/calendar/opening.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace amends;
using namespace amends::promise;
using namespace std::chrono_literals;

namespace {

const calendar::OpeningCalendar office({{{0, 540, 1020}, {1, 540, 1020}, {4, 540, 1020}}}, {"2026-06-02"},
                                       "Europe/Helsinki");
constexpr Instant monday{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1} + 6h}; // 9:00 in Helsinki.

} // namespace

TEST_CASE("the first call is an hour away, on a half hour, and the last ends when the desk closes")
{
    const auto times = free_call_times(office, {}, monday + 5min);
    REQUIRE_FALSE(times.empty());
    CHECK(times.front() == monday + 90min);
    CHECK(std::ranges::find(times, monday + 7h + 30min) != times.end());
    CHECK(std::ranges::find(times, monday + 8h) == times.end());
}

TEST_CASE("who chooses before the desk opens is called half an hour after it has opened, or later")
{
    CHECK(free_call_times(office, {}, monday - 8h).front() == monday + 30min);
    CHECK(free_call_times(office, {}, monday - 30min).front() == monday + 30min);
    CHECK(free_call_times(office, {}, monday - 20min).front() == monday + 1h);
}

TEST_CASE("closed days and weekdays without hours have no calls")
{
    const auto times = free_call_times(office, {}, monday + 7h);
    CHECK(times.front() == monday + 4 * 24h); // Tuesday is closed: the next one is Friday at nine.
    for (const Instant at : times) CHECK(office.open_time_between(at, at + call_length) == call_length);
}

TEST_CASE("a time that overlaps another call is not offered")
{
    const std::vector<Instant> taken{monday + 2h, monday + 3h + 15min};
    const auto times = free_call_times(office, taken, monday);
    for (const auto gone : {2h + 0min, 3h + 0min, 3h + 30min})
        CHECK(std::ranges::find(times, monday + gone) == times.end());
    for (const auto there : {1h + 30min, 2h + 30min, 4h + 0min})
        CHECK(std::ranges::find(times, monday + there) != times.end());
}

TEST_CASE("at most forty are offered, within a fortnight, in order and each once")
{
    const calendar::OpeningCalendar always({}, {}, "UTC");
    const auto times = free_call_times(always, {}, monday);
    CHECK(times.size() == most_call_times);
    CHECK(std::ranges::is_sorted(times));
    CHECK(std::ranges::adjacent_find(times) == times.end());
    CHECK(times.back() < monday + call_horizon);
}
