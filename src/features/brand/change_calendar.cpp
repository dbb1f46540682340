// SPDX-License-Identifier: Apache-2.0
#include "brand/change_calendar.h"

#include "brand/change_brand.h"

#include <algorithm>
#include <map>
#include <set>

namespace amends::brand {
namespace {

constexpr std::size_t most_days = 1000;
constexpr std::size_t longest_name = 200;
constexpr std::int64_t whole_day = std::int64_t{24} * 60;

std::unexpected<Refusal> wrong(std::string code, std::string field)
{
    return refuse(Refusal::invalid, std::move(code), std::move(field));
}

Result<void> check_days(const std::vector<ClosedDay>& days)
{
    if (days.size() > most_days) return wrong("request.field_too_long", "worked_days");
    std::set<std::string> seen;
    for (const auto& day : days) {
        if (!real_day(day.day) || !seen.insert(day.day).second) return wrong("desk.day_invalid", "worked_days");
        if (day.name.size() > longest_name) return wrong("request.field_too_long", "worked_days");
    }
    return {};
}

bool minute_of_day(std::int64_t minute) { return minute >= 0 && minute < whole_day; }

} // namespace

Result<void> change_calendar(const CalendarPorts& ports, const ChangeCalendar& wish)
{
    if (wish.worked_days)
        if (auto fine = check_days(*wish.worked_days); !fine) return fine;
    if (wish.quiet_hours && !minute_of_day(wish.quiet_hours->from_minute))
        return wrong("desk.number_out_of_range", "quiet_hours.from_minute");
    if (wish.quiet_hours && !minute_of_day(wish.quiet_hours->to_minute))
        return wrong("desk.number_out_of_range", "quiet_hours.to_minute");
    if (wish.holiday_sets) {
        const std::set<std::string> sets(wish.holiday_sets->begin(), wish.holiday_sets->end());
        ports.calendar.keep_holidays_of({sets.begin(), sets.end()});
    }
    if (wish.worked_days) ports.calendar.work_on(*wish.worked_days);
    if (wish.quiet_hours) ports.calendar.be_quiet(*wish.quiet_hours);
    ports.events.append("brand.changed", timeline::about("brand", ports.brand.brand().id));
    return {};
}

Result<std::int64_t> close_days(const CalendarPorts& ports, const std::vector<ClosedDay>& days)
{
    std::map<std::string, std::string> all;
    for (auto& day : ports.brand.closed_days()) all.emplace(std::move(day.day), std::move(day.name));
    const auto before = static_cast<std::int64_t>(all.size());
    for (const auto& day : days) all.insert_or_assign(day.day, day.name.substr(0, longest_name));
    if (all.size() > most_days) return wrong("request.field_too_long", "icalendar");
    std::vector<ClosedDay> list;
    for (const auto& [day, name] : all) list.push_back({day, name});
    ports.brand.close_on(list);
    ports.events.append("brand.changed", timeline::about("brand", ports.brand.brand().id));
    return static_cast<std::int64_t>(all.size()) - before;
}

} // namespace amends::brand
