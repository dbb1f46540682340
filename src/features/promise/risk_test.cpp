// SPDX-License-Identifier: Apache-2.0
#include "promise/risk.h"

#include "platform/calendar/opening.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace amends::promise;
using namespace std::chrono_literals;

namespace {

// Open day and night, and open from nine to five on weekdays. The first of June is a Monday.
const calendar::OpeningCalendar always({}, {}, "UTC");
const calendar::OpeningCalendar
    office({{{0, 540, 1020}, {1, 540, 1020}, {2, 540, 1020}, {3, 540, 1020}, {4, 540, 1020}}}, {}, "UTC");
constexpr Instant monday{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1}};

Promise between(Instant made, Instant due, Kind kind = Kind::outcome)
{
    return {.kind = kind, .made_at = made, .due_at = due, .original_due_at = due};
}

} // namespace

TEST_CASE("the keeper is asked at three quarters, the customer told at nine tenths of the way")
{
    const auto times = risk_times(between(monday, monday + 100h), always);
    REQUIRE(times);
    CHECK(times->ask == monday + 75h);
    CHECK(times->tell == monday + 90h);
}

TEST_CASE("nights and weekends do not count: nobody is asked while nobody is there")
{
    // From Friday 13:00 to Monday 13:00 are eight open hours: six of them are over on Monday at eleven.
    const auto times = risk_times(between(monday + 4 * 24h + 13h, monday + 7 * 24h + 13h), office);
    REQUIRE(times);
    CHECK(times->ask == monday + 7 * 24h + 11h);
    CHECK(times->tell == monday + 7 * 24h + 12h + 12min);
}

TEST_CASE("where the desk does not open in between the clock on the wall counts, so that somebody is told before")
{
    const auto times = risk_times(between(monday - 10h, monday), office);
    REQUIRE(times);
    CHECK(times->ask == monday - 150min);
    CHECK(times->tell == monday - 60min);
}

TEST_CASE("what is asked and told always lies between the making and the due time")
{
    for (int hours = 1; hours < 400; hours += 7)
        for (const auto* const calendar : {&always, &office}) {
            const auto promise = between(monday + 3h * hours, monday + 3h * hours + 1h * hours);
            const auto times = risk_times(promise, *calendar);
            REQUIRE(times);
            CHECK(promise.made_at <= times->ask);
            CHECK(times->ask <= *times->tell);
            CHECK(*times->tell <= promise.due_at);
        }
}

TEST_CASE("of a call its keeper is reminded a quarter of an hour before, and it breaks a quarter after")
{
    const auto call = between(monday, monday + 10h, Kind::appointment);
    CHECK(risk_times(call, always)->ask == monday + 9h + 45min);
    CHECK_FALSE(risk_times(call, always)->tell);
    CHECK(breaks_at(call) == monday + 10h + 15min);
    CHECK(fulfil(call, monday + 10h + 15min)->state == State::kept);
    CHECK(fulfil(call, monday + 10h + 15min + 1ms)->state == State::broken);
    CHECK(fulfil(call, monday + 11h)->ended_at == monday + 10h);
}

TEST_CASE("nothing is asked of the others' promises, nor of what is due at once")
{
    auto theirs = between(monday, monday + 100h);
    theirs.side = Side::customer;
    CHECK_FALSE(risk_times(theirs, always));
    CHECK_FALSE(risk_times(between(monday, monday + 9min), always));
}

TEST_CASE("the steps of a promise follow each other, and an answer or a warning ends the asking")
{
    auto promise = between(monday, monday + 100h);
    CHECK(next_step(promise, always).step == Step::ask);
    promise.asked_at = monday + 75h;
    CHECK(next_step(promise, always).step == Step::tell);
    CHECK(next_step(promise, always).at == monday + 90h);
    auto kept = promise;
    kept.answered_at = monday + 76h;
    CHECK(next_step(kept, always).step == Step::break_it);
    promise.warned_at = monday + 90h;
    CHECK(next_step(promise, always).step == Step::break_it);
    CHECK(next_step(promise, always).at == monday + 100h);
}
