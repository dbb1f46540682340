// SPDX-License-Identifier: Apache-2.0
// When the months of the lunar calendar began in Iran, from 1441 to 1452 of the Hijra.
#pragma once

#include <chrono>
#include <vector>

namespace amends::calendar {

// The first days of a month (1 is Muharram) in each of these years.
[[nodiscard]] std::vector<std::chrono::sys_days> lunar_month_beginnings(int month);

// Until then months are as they were announced. From then on they begin a day after those of the calendar of Umm
// al-Qura, as they have mostly done: a prediction.
[[nodiscard]] std::chrono::sys_days lunar_days_predicted_from();

} // namespace amends::calendar
