// SPDX-License-Identifier: Apache-2.0
#include "base/business_time.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace std::chrono_literals;

namespace {

constexpr Instant monday{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1}};

// Nine to five on Monday, Tuesday and Thursday.
const std::vector<Interval> open{
    {monday + 9h, monday + 17h}, {monday + 33h, monday + 41h}, {monday + 81h, monday + 89h}};

struct Greenwich final : LocalClock {
    [[nodiscard]] LocalTime local(Instant at) const override
    {
        const auto midnight = std::chrono::floor<std::chrono::days>(at);
        const std::chrono::year_month_day day(midnight);
        return {static_cast<int>(day.year()),
                static_cast<int>(static_cast<unsigned>(day.month())),
                static_cast<int>(static_cast<unsigned>(day.day())),
                static_cast<int>((at - midnight) / 1h),
                static_cast<int>((at - midnight) / 1min % 60),
                static_cast<int>((at - midnight) / 1s % 60)};
    }
    [[nodiscard]] Instant instant(const LocalTime& local) const override
    {
        const std::chrono::sys_days day = std::chrono::year(local.year) /
                                          std::chrono::month(static_cast<unsigned>(local.month)) /
                                          std::chrono::day(static_cast<unsigned>(local.day));
        return day + local.hour * 1h + local.minute * 1min + local.second * 1s;
    }
};

const Greenwich greenwich;

} // namespace

TEST_CASE("opening is inside and closing outside")
{
    CHECK(open_at(open, monday + 9h));
    CHECK(open_at(open, monday + 17h - 1ms));
    CHECK_FALSE(open_at(open, monday + 17h));
    CHECK_FALSE(open_at(open, monday + 9h - 1ms));
    CHECK_FALSE(open_at({}, monday));
    CHECK(next_open(open, monday + 10h) == monday + 10h);
    CHECK(next_open(open, monday + 17h) == monday + 33h);
    CHECK_FALSE(next_open(open, monday + 89h));
}

TEST_CASE("open time runs out where the intervals end")
{
    CHECK(add_open_time(open, monday, 24h) == monday + 89h);
    CHECK_FALSE(add_open_time(open, monday, 24h + 1ms));
    CHECK_FALSE(add_open_time(open, monday + 89h, 0ms));
    CHECK_FALSE(add_open_time({}, monday, 1h));
    CHECK_FALSE(same_time_n_open_days_later(open, monday + 10h, 3, greenwich));
}

TEST_CASE("an open day later is the same time on the next day that opens, to the millisecond")
{
    CHECK(same_time_n_open_days_later(open, monday + 10h + 1ms, 1, greenwich) == monday + 34h + 1ms);
    CHECK(same_time_n_open_days_later(open, monday + 10h, 2, greenwich) == monday + 82h);
    CHECK(same_time_n_open_days_later(open, monday + 20h, 1, greenwich) == monday + 81h);
    CHECK(same_time_n_open_days_later(open, monday + 20h, 0, greenwich) == monday + 33h);
}

TEST_CASE("the time between counts open time only")
{
    CHECK(open_time_between(open, monday, monday + 100h) == 24h);
    CHECK(open_time_between(open, monday + 16h, monday + 34h) == 2h);
    CHECK(open_time_between(open, monday + 17h, monday + 33h) == 0h);
    CHECK(open_time_between(open, monday + 34h, monday + 16h) == 0h);
}

TEST_CASE("a length of business time is a number and a unit")
{
    CHECK(open_span("1d") == OpenSpan{.days = 1});
    CHECK(open_span("4h") == OpenSpan{.time = 4h});
    CHECK(open_span("90m") == OpenSpan{.time = 90min});
    for (const auto* text : {"", "d", "1", "-1d", "1.5h", "1 d", "1w", "1dd", " 1d", "99999d", "99999999999999999999h"})
        CHECK_FALSE(open_span(text));
}

TEST_CASE("hours are sound when they lie within one day and end after they begin")
{
    CHECK(sound(OpeningHours{0, 0, 1440}));
    CHECK(sound(OpeningHours{6, 540, 541}));
    for (const auto& hours : {OpeningHours{-1, 0, 60}, OpeningHours{7, 0, 60}, OpeningHours{0, -1, 60},
                              OpeningHours{0, 60, 60}, OpeningHours{0, 61, 60}, OpeningHours{0, 0, 1441}})
        CHECK_FALSE(sound(hours));
}
