// SPDX-License-Identifier: Apache-2.0
// What an administrator may change of a brand's calendar beside its week.
#pragma once

#include "brand/brand_store.h"
#include "brand/calendar_store.h"
#include "timeline/event_log.h"

namespace amends::brand {

struct ChangeCalendar {
    std::optional<std::vector<std::string>> holiday_sets{}; // Whether they exist is for the caller to know.
    std::optional<std::vector<ClosedDay>> worked_days{};
    std::optional<QuietHours> quiet_hours{};
};
BOOST_DESCRIBE_STRUCT(ChangeCalendar, (), (holiday_sets, worked_days, quiet_hours))

struct CalendarPorts {
    BrandStore& brand;
    CalendarStore& calendar;
    timeline::EventLog& events;
};

[[nodiscard]] Result<void> change_calendar(const CalendarPorts& ports, const ChangeCalendar& wish);

// Adds closed days of its own, those that it has already by their new name; answers how many are new.
[[nodiscard]] Result<std::int64_t> close_days(const CalendarPorts& ports, const std::vector<ClosedDay>& days);

} // namespace amends::brand
