// SPDX-License-Identifier: Apache-2.0
#include "brand/quiet_hours.h"

namespace amends::brand {
namespace {

std::int64_t minute_of(const LocalTime& local) { return std::int64_t{local.hour} * 60 + local.minute; }

bool quiet_at(const QuietHours& hours, std::int64_t minute)
{
    if (hours.from_minute == hours.to_minute) return false;
    if (hours.from_minute < hours.to_minute) return minute >= hours.from_minute && minute < hours.to_minute;
    return minute >= hours.from_minute || minute < hours.to_minute;
}

} // namespace

bool quiet(const QuietHours& hours, const LocalClock& clock, Instant at)
{
    return quiet_at(hours, minute_of(clock.local(at)));
}

Instant first_allowed(const QuietHours& hours, const LocalClock& clock, Instant at)
{
    const auto local = clock.local(at);
    const auto minute = minute_of(local);
    if (!quiet_at(hours, minute)) return at;
    using namespace std::chrono;
    const bool tomorrow = minute >= hours.to_minute;
    const year_month_day today = year(local.year) / local.month / local.day;
    const year_month_day day(sys_days(today) + days(tomorrow ? 1 : 0));
    return clock.instant({.year = static_cast<int>(day.year()),
                          .month = static_cast<int>(static_cast<unsigned>(day.month())),
                          .day = static_cast<int>(static_cast<unsigned>(day.day())),
                          .hour = static_cast<int>(hours.to_minute / 60),
                          .minute = static_cast<int>(hours.to_minute % 60)});
}

} // namespace amends::brand
