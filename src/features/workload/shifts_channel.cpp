// SPDX-License-Identifier: Apache-2.0
#include "workload/shifts_channel.h"

#include "platform/calendar/opening.h"

namespace amends::workload {

std::unique_ptr<OpeningTimes> ShiftTimes::shifts(const Worker& worker) const
{
    if (worker.shifts.empty()) return nullptr;
    WeeklyHours week;
    for (const Shift& shift : worker.shifts)
        week.hours.push_back({shift.weekday, shift.starts_minute, shift.ends_minute});
    return std::make_unique<calendar::OpeningCalendar>(
        std::move(week), calendar::ClosedDays{}, calendar::known_zone(worker.zone) ? worker.zone : std::string("UTC"));
}

} // namespace amends::workload
