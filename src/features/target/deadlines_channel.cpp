// SPDX-License-Identifier: Apache-2.0
#include "target/deadlines_channel.h"

#include "platform/calendar/deadlines.h"
#include "platform/calendar/holidays.h"

#include <algorithm>

namespace amends::target {
namespace {

// The years that a period of law may touch.
calendar::ClosedDays holidays_around(const std::vector<std::string>& sets, int year)
{
    calendar::ClosedDays closed;
    for (const auto& set : sets)
        for (const int each : {year, year + 1})
            for (auto& holiday : calendar::holidays(set, each)) closed.insert(std::move(holiday.day));
    return closed;
}

} // namespace

bool BrandDeadlines::known(std::string_view rule) const { return calendar::deadline_rule(rule) != nullptr; }

bool BrandDeadlines::pauses(std::string_view rule) const
{
    const auto* const found = calendar::deadline_rule(rule);
    return found != nullptr && found->pauses_on_customer;
}

std::optional<Instant> BrandDeadlines::due(std::string_view rule, Instant event) const
{
    const auto* const found = calendar::deadline_rule(rule);
    if (found == nullptr) return std::nullopt;
    const calendar::Zone zone(brand_.brand().zone);
    const auto local = zone.local(event);
    auto closed = holidays_around(calendar_.holiday_sets(), local.year);
    for (const auto& day : calendar_.worked_days()) closed.erase(day.day);
    for (auto& day : brand_.closed_days()) closed.insert(std::move(day.day));
    const auto last = calendar::last_day(*found, {local.year, local.month, local.day}, closed);
    return zone.instant({.year = last.year, .month = last.month, .day = last.day, .hour = 24});
}

} // namespace amends::target
