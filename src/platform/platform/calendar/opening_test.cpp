// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/opening.h"

#include "base/result.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace amends;
using namespace amends::calendar;
using namespace std::chrono_literals;

namespace {

WeeklyHours same_hours(std::initializer_list<int> weekdays, int opens, int closes)
{
    WeeklyHours week;
    for (const int weekday : weekdays) week.hours.push_back({weekday, opens * 60, closes * 60});
    return week;
}

const auto office = same_hours({0, 1, 2, 3, 4}, 9, 17);
const auto iranian_office = same_hours({5, 6, 0, 1, 2}, 8, 16);
const auto always = same_hours({0, 1, 2, 3, 4, 5, 6}, 0, 24);
const ClosedDays finnish{"2026-04-03", "2026-04-06", "2026-05-01"};
const ClosedDays greek{"2026-04-10", "2026-04-13"};
const ClosedDays nowruz{"2026-03-20", "2026-03-21", "2026-03-22", "2026-03-23", "2026-03-24"};

std::string local(const OpeningCalendar& calendar, Instant at)
{
    const auto time = calendar.zone().local(at);
    const auto two = [](int number) { return std::string(number < 10 ? "0" : "") + std::to_string(number); };
    return iso_date(time) + " " + two(time.hour) + ":" + two(time.minute);
}

struct Desk {
    OpeningCalendar calendar;

    [[nodiscard]] std::string after_hours(const LocalTime& start, int hours) const
    {
        return local(calendar, calendar.after_open_time(calendar.zone().instant(start), std::chrono::hours{hours}));
    }
    [[nodiscard]] std::string after_days(const LocalTime& start, int days) const
    {
        return local(calendar, calendar.after_open_days(calendar.zone().instant(start), days));
    }
};

const Desk helsinki{OpeningCalendar(office, finnish, "Europe/Helsinki")};
const Desk athens{OpeningCalendar(office, greek, "Europe/Athens")};
const Desk tehran{OpeningCalendar(iranian_office, nowruz, "Asia/Tehran")};

// The simplest model there is: look at the clock on the wall every minute.
bool open_by_the_wall(const WeeklyHours& week, const ClosedDays& closed, const Zone& zone, Instant at)
{
    const auto now = zone.local(at);
    if (closed.contains(iso_date(now))) return false;
    return std::ranges::any_of(week.hours, [&](const OpeningHours& hours) {
        const int minute = now.hour * 60 + now.minute;
        return hours.weekday == weekday_of(now) && hours.opens_minute <= minute && minute < hours.closes_minute;
    });
}

struct Chance {
    std::mt19937 random;
    int up_to(int most) { return std::uniform_int_distribution(0, most)(random); }
};

WeeklyHours any_week(Chance& chance)
{
    WeeklyHours week;
    for (int count = chance.up_to(7) + 1; count > 0; --count) {
        const int opens = chance.up_to(95) * 15;
        week.hours.push_back({chance.up_to(6), opens, opens + (chance.up_to((1440 - opens) / 15 - 1) + 1) * 15});
    }
    return week;
}

} // namespace

TEST_CASE("hours of open time pass over nights, weekends, holidays and the start of summer time")
{
    CHECK(helsinki.after_hours({2026, 3, 27, 16, 30}, 4) == "2026-03-30 12:30");
    CHECK(helsinki.after_hours({2026, 4, 2, 16}, 8) == "2026-04-07 16:00");
    CHECK(athens.after_hours({2026, 4, 9, 16}, 8) == "2026-04-14 16:00");
    CHECK(tehran.after_hours({2026, 3, 18, 15}, 2) == "2026-03-25 09:00");
    CHECK(helsinki.after_hours({2026, 3, 25, 16}, 1) == "2026-03-25 17:00"); // Fits exactly: the closing itself.
    CHECK(Desk{OpeningCalendar(always, {}, "Europe/Helsinki")}.after_hours({2026, 3, 28, 22}, 10) ==
          "2026-03-29 09:00");
    CHECK(Desk{OpeningCalendar({}, {}, "Europe/Helsinki")}.after_hours({2026, 10, 24, 22}, 10) == "2026-10-25 07:00");
}

TEST_CASE("a start outside opening hours counts from the next opening")
{
    CHECK(helsinki.after_hours({2026, 3, 25, 17}, 1) == "2026-03-26 10:00"); // Closing is outside.
    CHECK(helsinki.after_hours({2026, 3, 28, 3}, 0) == "2026-03-30 09:00");
    CHECK(helsinki.after_hours({2026, 3, 25, 8, 59}, 8) == "2026-03-25 17:00");
    CHECK(helsinki.after_days({2026, 3, 28, 3}, 1) == "2026-03-31 09:00");
    CHECK(helsinki.after_days({2026, 3, 25, 20}, 2) == "2026-03-30 09:00");
}

TEST_CASE("days of open time end at the same local time, whatever the clocks did in between")
{
    CHECK(helsinki.after_days({2026, 3, 27, 16, 30}, 1) == "2026-03-30 16:30");
    CHECK(helsinki.after_days({2026, 4, 2, 16}, 1) == "2026-04-07 16:00");
    CHECK(helsinki.after_days({2026, 10, 23, 9}, 1) == "2026-10-26 09:00");
    CHECK(helsinki.after_days({2026, 3, 25, 10}, 0) == "2026-03-25 10:00");
    CHECK(tehran.after_days({2026, 3, 18, 15}, 1) == "2026-03-25 15:00");
    CHECK(tehran.after_days({2026, 9, 21, 8}, 260) == "2027-09-20 08:00"); // 52 weeks of five days.
    CHECK(Desk{OpeningCalendar(always, {}, "Europe/Helsinki")}.after_days({2026, 3, 28, 3, 30}, 1) ==
          "2026-03-29 04:00"); // 03:30 is left out that night.
}

TEST_CASE("two stretches in one day are one open day")
{
    WeeklyHours week = same_hours({0, 1}, 9, 12);
    week.hours.push_back({0, 13 * 60, 17 * 60});
    week.hours.push_back({0, 11 * 60, 12 * 60}); // Says again what was said.
    const Desk desk{OpeningCalendar(week, {}, "Europe/Helsinki")};

    CHECK(desk.after_days({2026, 6, 1, 10}, 1) == "2026-06-02 10:00");
    CHECK(desk.after_days({2026, 6, 1, 12, 30}, 1) == "2026-06-02 13:00");
    CHECK(desk.after_hours({2026, 6, 1, 9}, 7) == "2026-06-01 17:00");
    CHECK(desk.after_hours({2026, 6, 1, 9}, 8) == "2026-06-02 10:00");
}

TEST_CASE("a desk that never opens again lets time pass")
{
    ClosedDays closed;
    const OpeningCalendar sundays_only(same_hours({6}, 9, 10), {}, "UTC");
    const Instant monday = to_utc("UTC", {2026, 6, 1});
    const OpeningCalendar nothing_sound({{{7, 0, 60}, {0, 60, 60}, {1, -1, 60}, {2, 0, 1441}}}, {}, "UTC");

    CHECK(sundays_only.after_open_time(monday, 100h) - monday > 99 * 7 * 24h);
    CHECK(nothing_sound.after_open_time(monday, 1h) == monday + 1h);
    CHECK(nothing_sound.after_open_days(monday, 2) == monday + 48h);
    CHECK_FALSE(nothing_sound.open_at(monday));
}

TEST_CASE("Tehran had summer time in 2022 and has none since")
{
    const Zone zone("Asia/Tehran");

    CHECK(zone.offset(to_utc("Asia/Tehran", {2022, 7, 15, 12})).east == 4h + 30min);
    CHECK(zone.offset(to_utc("Asia/Tehran", {2023, 7, 15, 12})).east == 3h + 30min);
    CHECK(zone.offset(to_utc("Asia/Tehran", {2026, 7, 15, 12})).east == 3h + 30min);
}

TEST_CASE("a night is an hour shorter or longer when the clocks jump")
{
    CHECK(to_utc("Europe/Helsinki", {2026, 10, 25, 8}) - to_utc("Europe/Helsinki", {2026, 10, 24, 22}) == 11h);
    CHECK(to_utc("Europe/Helsinki", {2026, 3, 29, 8}) - to_utc("Europe/Helsinki", {2026, 3, 28, 22}) == 9h);
    CHECK(to_utc("Europe/Athens", {2026, 3, 29, 5}) - to_utc("Europe/Athens", {2026, 3, 29, 2}) == 2h);
    // Left out: the moment of the jump. Twice: the first.
    CHECK(to_utc("Europe/Helsinki", {2026, 3, 29, 3, 30}) == to_utc("Europe/Helsinki", {2026, 3, 29, 4}));
    CHECK(to_utc("Europe/Helsinki", {2026, 10, 25, 3, 30}) + 90min == to_utc("Europe/Helsinki", {2026, 10, 25, 4}));
}

TEST_CASE("a zone is known by its exact name only")
{
    CHECK(known_zone("Europe/Helsinki"));
    CHECK(known_zone("UTC"));
    for (const auto* name : {"", "Europe", "europe/helsinki", "Mars/Olympus", "../../etc/passwd", "Europe/Helsinki "})
        CHECK_FALSE(known_zone(name));
    CHECK_THROWS_AS(Zone("Mars/Olympus"), Failure);
}

TEST_CASE("any week in any zone is open exactly when the clock on the wall says so")
{
    struct Jump {
        const char* zone;
        LocalTime about;
    };
    Chance chance{std::mt19937(20260602)}; // NOLINT(bugprone-random-generator-seed): the same weeks every time.
    for (const auto& [name, about] : {
             Jump{"Europe/Helsinki", {2026, 3, 28}},
             Jump{"Europe/Athens", {2026, 10, 24}},
             Jump{"Asia/Tehran", {2022, 3, 21}},
             Jump{"Asia/Tehran", {2022, 9, 20}}, // Both jump at midnight.
             Jump{"Asia/Tehran", {2026, 9, 20}},
             Jump{"America/Havana", {2026, 10, 31}},
             Jump{"Australia/Lord_Howe", {2026, 4, 4}},
             Jump{"Pacific/Apia", {2011, 12, 29}}, // Skipped a day.
             Jump{"Africa/Casablanca", {2026, 2, 14}},
         }) {
        INFO(name);
        const Zone zone(name);
        for (int turn = 0; turn < 12; ++turn) {
            const auto week = any_week(chance);
            const ClosedDays closed{iso_date({about.year, about.month, about.day + chance.up_to(1)})};
            const Instant from = zone.instant(about) - 24h;
            const Instant to = from + 96h;
            const auto open = expand(week, closed, zone, from, to);

            Instant due = from + chance.up_to(95 * 60) * 1min;
            const Instant start = due;
            const auto duration = (chance.up_to(600) + 1) * 1min;
            const auto added = add_open_time(open, start, duration);
            std::chrono::milliseconds left = duration;
            std::chrono::minutes passed{};
            for (Instant at = from; at < to; at += 1min) {
                const bool by_the_wall = open_by_the_wall(week, closed, zone, at);
                REQUIRE(open_at(open, at) == by_the_wall);
                if (by_the_wall) passed += 1min;
                if (by_the_wall && at >= start && left > 0ms && (left -= 1min) == 0ms) due = at + 1min;
            }
            CHECK(open_time_between(open, from, to) == passed);
            if (left == 0ms) CHECK(added == due);
            for (std::size_t at = 1; at < open.size(); ++at) CHECK(open[at - 1].closes <= open[at].opens);
        }
    }
}

TEST_CASE("what is added is what lies between")
{
    Chance chance{std::mt19937(7)}; // NOLINT(bugprone-random-generator-seed)
    for (int turn = 0; turn < 300; ++turn) {
        const Instant start = to_utc("Europe/Helsinki", {2026, 1, 1}) + chance.up_to(525'600) * 1min;
        const auto duration = chance.up_to(6'000) * 1min;
        const auto due = helsinki.calendar.after_open_time(start, duration);

        CHECK(helsinki.calendar.open_time_between(start, due) == duration);
        CHECK(helsinki.calendar.open_time_between(due, start) == 0ms);
        CHECK(helsinki.calendar.after_open_time(start, duration + 1min) > due);
    }
}
