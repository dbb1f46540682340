// SPDX-License-Identifier: Apache-2.0
// Business time against the vectors of other programs: adding, taking away, the next opening, the time between, and the
// due times of a desk in Berlin.
#include "platform/calendar/iso.h"
#include "platform/calendar/opening.h"
#include "platform/calendar/shared_data_test.h"
#include "platform/json/read.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

using namespace amends;
using namespace amends::calendar;
using json::Node;

namespace {

WeeklyHours week_of(const Node& hours)
{
    constexpr std::array<std::string_view, 7> names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    const auto minute = [](const Node& node) {
        const auto part = digits_of(*node.text(), "00:00");
        return part->at(0) * 60 + part->at(1);
    };
    WeeklyHours week;
    const auto add = [&](int day, const std::vector<Node>& ends) {
        week.hours.push_back({day, minute(ends[0]), minute(ends[1])});
    };
    for (int day = 0; day < 7; ++day) {
        const auto on = hours.member(names.at(static_cast<std::size_t>(day)));
        if (!on || on->null()) continue;
        const auto items = *on->items();
        if (items.empty()) continue;
        // One stretch a day, or a list of them.
        if (items[0].text()) add(day, items);
        else
            for (const auto& each : items) add(day, *each.items());
    }
    return week;
}

ClosedDays closed_in(const Node& node)
{
    ClosedDays closed;
    const auto days = *node.items();
    for (const auto& each : days) closed.insert(each.text()->substr(0, 10));
    return closed;
}

// "2013-03-21 09:30:00 UTC" and "2010-08-04T09:35".
Instant moment_in(const Node& node, std::string_view member)
{
    auto text = *node.member(member)->text();
    text[10] = 'T';
    return Zone("UTC").instant(*moment_of_iso(text.substr(0, 16)));
}

std::chrono::milliseconds hours_in(const Node& node)
{
    return std::chrono::milliseconds(std::llround(*node.member("hours")->number() * 3'600'000));
}

void check(const Node& vector)
{
    const auto op = *vector.member("op")->text();
    const OpeningCalendar calendar(week_of(*vector.member("work_hours")), closed_in(*vector.member("holidays")), "UTC");
    const Instant start = moment_in(vector, "start");
    if (op == "seconds_between") {
        const std::chrono::seconds expected(*vector.member("expected_seconds")->integer());
        CHECK(calendar.open_time_between(start, moment_in(vector, "end")) == expected);
        return;
    }
    const Instant expected = moment_in(vector, "expected");
    if (op == "add_hours") CHECK(calendar.after_open_time(start, hours_in(vector)) == expected);
    if (op == "sub_hours") CHECK(calendar.before_open_time(start, hours_in(vector)) == expected);
    if (op == "roll_forward") CHECK(calendar.next_open(start) == expected);
}

void check_due(const Node& vector)
{
    const auto desk = *vector.member("calendar");
    const OpeningCalendar calendar(week_of(*desk.member("hours")), closed_in(*desk.member("holidays")),
                                   *desk.member("timezone")->text());
    const Instant created = moment_in(vector, "created_at");
    const auto minutes = *vector.member("sla_minutes");
    const auto expected = *vector.member("expected_utc");
    for (const auto& [length, due] : {std::pair("first_response_time", "first_response"),
                                      std::pair("update_time", "update"), std::pair("solution_time", "close")}) {
        const auto given = minutes.member(length);
        const auto wanted = expected.member(due);
        if (!given || given->null() || !wanted || wanted->null()) continue;
        CAPTURE(length);
        CHECK(calendar.after_open_time(created, std::chrono::minutes(*given->integer())) == moment_in(expected, due));
    }
}

} // namespace

TEST_CASE("business time is what other programs make of it")
{
    const auto text = amends::testing::shared_data("business_time/vectors.json");
    if (!text) return;
    const auto vectors = *Node::parse(*text)->items();
    CHECK(vectors.size() == 17);
    for (std::size_t at = 0; at < vectors.size(); ++at) {
        CAPTURE(at);
        if (*vectors[at].member("op")->text() == "sla_deadlines") check_due(vectors[at]);
        else check(vectors[at]);
    }
}

TEST_CASE("what is taken away is what was added")
{
    WeeklyHours week;
    for (int day = 0; day < 5; ++day) week.hours.push_back({day, 9 * 60, 17 * 60});
    const OpeningCalendar calendar(week, {"2026-06-19"}, "Europe/Helsinki");
    const Instant start = to_utc("Europe/Helsinki", {2026, 6, 16, 10, 30});
    for (int minutes = 1; minutes < 6000; minutes += 97) {
        const auto due = calendar.after_open_time(start, std::chrono::minutes(minutes));
        CAPTURE(minutes);
        CHECK(calendar.before_open_time(due, std::chrono::minutes(minutes)) == start);
    }
}
