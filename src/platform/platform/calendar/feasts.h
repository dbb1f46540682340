// SPDX-License-Identifier: Apache-2.0
// Feasts that move, in the Gregorian calendar, from 1583 to 4099.
#pragma once

#include "platform/calendar/jalali.h"

namespace amends::calendar {

[[nodiscard]] Date western_easter(int year);
// Greece keeps it, and its Clean Monday, Good Friday and Whit Monday hang on it.
[[nodiscard]] Date orthodox_easter(int year);

[[nodiscard]] Date finnish_midsummer_day(int year);  // The Saturday of 20 to 26 June.
[[nodiscard]] Date finnish_all_saints_day(int year); // The Saturday of 31 October to 6 November.

} // namespace amends::calendar
