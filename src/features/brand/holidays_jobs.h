// SPDX-License-Identifier: Apache-2.0
// Some holidays follow announcements that no rule foresees. Whoever keeps such a set is reminded each year, on the
// first of December, to confirm those of the year to come.
#pragma once

#include "brand/change_calendar.h"
#include "timeline/agenda.h"

namespace amends::brand {

inline constexpr std::string_view holidays_due = "holidays_due"; // Timer.

// Puts the timer where it is needed, and takes it away where it is not.
void remind_yearly(const BrandStore& brand, const CalendarStore& calendar, timeline::Agenda& agenda, Instant now);

// The timer's part: says so, and puts the next one.
void remind_of_holidays(const CalendarPorts& ports, timeline::Agenda& agenda, Instant now);

} // namespace amends::brand
