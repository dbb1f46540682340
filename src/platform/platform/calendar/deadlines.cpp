// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/deadlines.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace amends::calendar {
namespace {

constexpr std::array rules{
    DeadlineRule{"gdpr_request", Trigger::receipt, 1, Unit::month, Rollover::next_working_day, false, 3,
                 "Regulation (EU) 2016/679 Art. 12(3)"},
    DeadlineRule{"psd2_complaint", Trigger::receipt, 15, Unit::business_day, Rollover::none, false, 35,
                 "Directive (EU) 2015/2366 Art. 101"},
    DeadlineRule{"fca_complaint", Trigger::receipt, 8, Unit::week, Rollover::none, false, 0, "FCA Handbook DISP 1.6"},
    DeadlineRule{"es_2025_answer", Trigger::receipt, 15, Unit::business_day, Rollover::none, false, 0, "Ley 10/2025"},
    DeadlineRule{"eu_withdrawal", Trigger::possession, 14, Unit::day, Rollover::next_working_day, false, 0,
                 "Directive 2011/83/EU Art. 9"},
    DeadlineRule{"ir_withdrawal", Trigger::receipt, 7, Unit::business_day, Rollover::none, false, 0,
                 "Electronic Commerce Act of Iran, Art. 37 and 38"},
};

std::chrono::sys_days day_of(const Date& date)
{
    return std::chrono::year(date.year) / static_cast<int>(date.month) / static_cast<int>(date.day);
}

Date date_of(std::chrono::sys_days day)
{
    const std::chrono::year_month_day date(day);
    return {.year = static_cast<int>(date.year()),
            .month = static_cast<int>(static_cast<unsigned>(date.month())),
            .day = static_cast<int>(static_cast<unsigned>(date.day()))};
}

Date after_days(const Date& event, int count, Rollover rollover, const ClosedDays& closed)
{
    auto end = day_of(event) + std::chrono::days(count);
    while (rollover == Rollover::next_working_day && !working_day(date_of(end), closed)) end += std::chrono::days{1};
    return date_of(end);
}

} // namespace

std::span<const DeadlineRule> deadline_rules() { return rules; }

const DeadlineRule* deadline_rule(std::string_view key)
{
    const auto* const found = std::ranges::find(rules, key, &DeadlineRule::key);
    return found == rules.end() ? nullptr : found;
}

Date last_day(const DeadlineRule& rule, const Date& event, const ClosedDays& closed, Extended extended)
{
    constexpr int week = 7;
    const int length = extended == Extended::yes && rule.extended_to > 0 ? rule.extended_to : rule.length;
    switch (rule.unit) {
    case Unit::day: return after_days(event, length, rule.rollover, closed);
    case Unit::week: return after_days(event, length * week, rule.rollover, closed);
    case Unit::month: return period_months(event, length, closed);
    case Unit::business_day: return business_days_after(event, length, closed);
    }
    return event;
}

} // namespace amends::calendar
