// SPDX-License-Identifier: Apache-2.0
// When a period of law ends. Working days are Monday to Friday, without the closed days of the set that the law names.
#pragma once

#include "platform/calendar/jalali.h"
#include "platform/calendar/opening.h"

namespace amends::calendar {

[[nodiscard]] bool working_day(const Date& day, const ClosedDays& closed);

// The day of the event does not count: a period of months ends with the day of the same number, or the last of a month
// that has none, and when that is not a working day with the next one. Regulation (EEC, Euratom) 1182/71 Art. 3.
// Within the years 1 to 9999.
[[nodiscard]] Date period_months(const Date& event, int months, const ClosedDays& closed);

// The n-th working day after the day of receipt, n at least 1. PSD2 (Directive 2015/2366) Art. 101 counts so.
[[nodiscard]] Date business_days_after(const Date& received, int days, const ClosedDays& closed);

} // namespace amends::calendar
