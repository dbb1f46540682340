// SPDX-License-Identifier: Apache-2.0
#include "brand/holidays_jobs.h"

#include "platform/calendar/holidays.h"
#include "platform/calendar/zone.h"

#include <algorithm>

namespace amends::brand {
namespace {

bool must_confirm(const CalendarStore& calendar)
{
    const auto sets = calendar.holiday_sets();
    return std::ranges::any_of(sets, [](const std::string& set) { return calendar::follows_announcements(set); });
}

} // namespace

void remind_yearly(const BrandStore& brand, const CalendarStore& calendar, timeline::Agenda& agenda, Instant now)
{
    const auto subject = static_cast<std::int64_t>(brand.brand().id);
    if (!must_confirm(calendar)) return agenda.strike(holidays_due, subject);
    const calendar::Zone zone(brand.brand().zone);
    LocalTime at{.year = zone.local(now).year, .month = 12, .day = 1, .hour = 9};
    if (zone.instant(at) <= now) ++at.year;
    agenda.put(holidays_due, subject, zone.instant(at));
}

void remind_of_holidays(const CalendarPorts& ports, timeline::Agenda& agenda, Instant now)
{
    if (!must_confirm(ports.calendar)) return;
    const int coming = calendar::to_local(ports.brand.brand().zone, now).year + 1;
    ports.events.append("brand.holidays_unconfirmed", timeline::about("brand", ports.brand.brand().id),
                        R"({"year":)" + std::to_string(coming) + "}");
    remind_yearly(ports.brand, ports.calendar, agenda, now);
}

} // namespace amends::brand
