// SPDX-License-Identifier: Apache-2.0
// Deadlines of law as data: what begins them, how long they are, how they are counted. A rule is a row; nothing else in
// the program knows a law by its name.
#pragma once

#include "base/describe.h"
#include "platform/calendar/periods.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace amends::calendar {

enum class Trigger : std::uint8_t { receipt, possession };
BOOST_DESCRIBE_ENUM(Trigger, receipt, possession)

// Days and weeks by the calendar, months by the number of the day, business days Monday to Friday without holidays.
enum class Unit : std::uint8_t { day, week, month, business_day };
BOOST_DESCRIBE_ENUM(Unit, day, week, month, business_day)

// What an end on a Saturday, a Sunday or a holiday becomes. Regulation (EEC, Euratom) 1182/71 Art. 3(4): the next
// working day.
enum class Rollover : std::uint8_t { none, next_working_day };
BOOST_DESCRIBE_ENUM(Rollover, none, next_working_day)

struct DeadlineRule {
    std::string_view key{};
    Trigger trigger{};
    int length{};
    Unit unit{};
    Rollover rollover{};
    bool pauses_on_customer{};
    int extended_to{}; // In all, in the same unit, when the customer was told in time and why; 0: cannot be extended.
    std::string_view source{};
};

[[nodiscard]] std::span<const DeadlineRule> deadline_rules();
[[nodiscard]] const DeadlineRule* deadline_rule(std::string_view key); // Null: there is none.

enum class Extended : std::uint8_t { no, yes };

// The last day, which belongs to the period whole; the day of the event does not count. Within the years 1 to 9999.
[[nodiscard]] Date last_day(const DeadlineRule& rule, const Date& event, const ClosedDays& closed,
                            Extended extended = Extended::no);

} // namespace amends::calendar
