// SPDX-License-Identifier: Apache-2.0
#include "workload/load.h"

#include "platform/calendar/opening.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace amends::workload;
using namespace std::chrono_literals;

namespace {

constexpr Instant monday{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1}};

Worker somebody(std::int64_t id, std::vector<std::string> languages, std::vector<std::string> skills)
{
    return {.id = UserId{id}, .teams = {TeamId{1}}, .skills = std::move(skills), .languages = std::move(languages)};
}

} // namespace

TEST_CASE("all that is due by a time fits into the time until then, or it does not")
{
    struct Always final : OpeningTimes {
        [[nodiscard]] bool open_at(Instant) const override { return true; }
        [[nodiscard]] Instant next_open(Instant at) const override { return at; }
        [[nodiscard]] Instant after_open_time(Instant at, std::chrono::milliseconds time) const override
        {
            return at + time;
        }
        [[nodiscard]] Instant after_open_days(Instant at, int days) const override
        {
            return at + days * std::chrono::hours(24);
        }
        [[nodiscard]] std::chrono::milliseconds open_time_between(Instant from, Instant to) const override
        {
            return to - from;
        }
    };
    using std::chrono::minutes;
    const Instant now{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1}};
    const auto due = [&](int after, int work) { return DueWork{now + minutes(after), work}; };

    CHECK(fits({due(60, 30), due(60, 30)}, Always(), now, now));
    CHECK_FALSE(fits({due(60, 30), due(60, 31)}, Always(), now, now));
    CHECK_FALSE(fits({due(60, 30), due(90, 61)}, Always(), now, now + minutes(60)));
    CHECK(fits({due(10, 30), due(90, 50)}, Always(), now,
               now + minutes(60)));                                   // What is too much before is not its fault.
    CHECK_FALSE(fits({due(-5, 1), due(10, 10)}, Always(), now, now)); // What is late already is to be done too.
}

TEST_CASE("effort is a default until enough cases of a kind were handled, then their median")
{
    CHECK(effort_of(cases::Type::complaint, std::vector<std::int64_t>(19, 3)).minutes == 40);
    CHECK(effort_of(cases::Type::complaint, std::vector<std::int64_t>(19, 3)).n == 0);
    std::vector<std::int64_t> handled;
    for (std::int64_t minutes = 1; minutes <= 21; ++minutes) handled.push_back(minutes);
    CHECK(effort_of(cases::Type::complaint, handled).minutes == 11);
    CHECK(effort_of(cases::Type::complaint, handled).n == 21);
    CHECK(effort_of(cases::Type::inquiry, std::vector<std::int64_t>(20, 0)).minutes == 1);
}

TEST_CASE("what is due by a time is held against the shifts until then, and the tightest time is named")
{
    const calendar::OpeningCalendar nine_to_five({{{0, 540, 1020}, {1, 540, 1020}}}, {}, "UTC");
    CHECK_FALSE(tightest({}, nine_to_five, monday));
    const auto found = tightest({{monday + 1h, 5}, {monday + 10h, 30}, {monday + 10h, 45}, {monday + 40h, 10}},
                                nine_to_five, monday + 9h);
    REQUIRE(found);
    CHECK(found->at == monday + 10h);
    CHECK(found->work_minutes == 80);
    CHECK(found->available_minutes == 60);
}

TEST_CASE("two cases open at once are one pair of eyes")
{
    CHECK(covered({{monday, monday + 2h}, {monday + 1h, monday + 3h}, {monday + 5h, monday + 6h}}, monday + 30min,
                  monday + 330min) == 3h);
    CHECK(covered({}, monday, monday + 1h) == 0h);
    CHECK(covered({{monday, monday + 9h}, {monday + 1h, monday + 2h}}, monday, monday + 4h) == 4h);
    CHECK_FALSE(occupancy(1h, 0h));
    CHECK(occupancy(30min, 60min) == 0.5);
}

TEST_CASE("the alarm sounds after two hours above 0.85 and is silent below 0.80 only")
{
    Alarm alarm;
    alarm = heard(alarm, 0.86, monday);
    CHECK_FALSE(alarm.sounds);
    alarm = heard(alarm, 0.90, monday + 119min);
    CHECK_FALSE(alarm.sounds);
    alarm = heard(alarm, 0.86, monday + 2h);
    CHECK(alarm.sounds);
    alarm = heard(alarm, 0.82, monday + 3h);
    CHECK(alarm.sounds);
    alarm = heard(alarm, 0.80, monday + 4h);
    CHECK(alarm.sounds);
    alarm = heard(alarm, 0.79, monday + 5h);
    CHECK_FALSE(alarm.sounds);
    CHECK_FALSE(heard(alarm, 0.99, monday + 6h).sounds);
}

TEST_CASE("a dip to 0.85 begins the two hours anew before it has sounded")
{
    Alarm alarm = heard({}, 0.95, monday);
    alarm = heard(alarm, 0.85, monday + 1h);
    alarm = heard(alarm, 0.95, monday + 90min);
    CHECK_FALSE(heard(alarm, 0.95, monday + 3h).sounds);
    CHECK(heard(alarm, 0.95, monday + 210min).sounds);
}

TEST_CASE("only what somebody of the team can do is asked for")
{
    const std::vector<Worker> team{somebody(1, {"fi"}, {"complaint"}), somebody(2, {"en", "el"}, {})};
    CHECK(needs(team, TeamId{1}, "fi", "complaint") == Needs{"fi", "complaint"});
    CHECK(needs(team, TeamId{1}, "en", "inquiry") == Needs{"en", ""});
    CHECK(needs(team, TeamId{1}, "sv", "inquiry") == Needs{});
    CHECK(needs(team, TeamId{1}, "el", "complaint") == Needs{"el", ""}); // Nobody has both.
    CHECK(needs(team, TeamId{2}, "fi", "complaint") == Needs{});
    CHECK(fits(team[0], {"fi", "complaint"}));
    CHECK_FALSE(fits(team[1], {"fi", ""}));
    CHECK(fits(somebody(3, {}, {}), {"sv", ""}));
}
