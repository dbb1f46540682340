// SPDX-License-Identifier: Apache-2.0
#include "brand/calendar_http.h"

#include "platform/calendar/holidays.h"
#include "platform/calendar/icalendar.h"
#include "platform/calendar/zone.h"
#include "platform/json/read.h"

#include <algorithm>

namespace amends::brand {
namespace {

constexpr int years_ahead = 10; // What comes again every year is written down so far ahead.

struct HolidayView {
    std::string day{};
    std::string name{};
    std::string holiday_set{};
    bool predicted{};
    bool worked{};
};
BOOST_DESCRIBE_STRUCT(HolidayView, (), (day, name, holiday_set, predicted, worked))

// The holidays are those of this year and the next.
struct CalendarView {
    std::vector<std::string> known_sets{};
    std::vector<std::string> holiday_sets{};
    std::vector<HolidayView> holidays{};
    std::vector<ClosedDay> worked_days{};
    QuietHours quiet_hours{};
};
BOOST_DESCRIBE_STRUCT(CalendarView, (), (known_sets, holiday_sets, holidays, worked_days, quiet_hours))

struct ImportWish {
    std::string icalendar{};
};
BOOST_DESCRIBE_STRUCT(ImportWish, (), (icalendar))

struct Imported {
    std::int64_t added{};
    std::int64_t left_out{}; // Events at an hour of the day: they close nothing.
    std::vector<ClosedDay> closed_days{};
};
BOOST_DESCRIBE_STRUCT(Imported, (), (added, left_out, closed_days))

int year_in(const CalendarPorts& ports, Instant now) { return calendar::to_local(ports.brand.brand().zone, now).year; }

CalendarView view_of(const CalendarPorts& ports, Instant now)
{
    CalendarView view{.holiday_sets = ports.calendar.holiday_sets(),
                      .worked_days = ports.calendar.worked_days(),
                      .quiet_hours = ports.calendar.quiet_hours()};
    for (const auto set : calendar::holiday_sets()) view.known_sets.emplace_back(set);
    const int year = year_in(ports, now);
    for (const auto& set : view.holiday_sets)
        for (const int each : {year, year + 1})
            for (auto& holiday : calendar::holidays(set, each)) {
                const bool worked =
                    std::ranges::find(view.worked_days, holiday.day, &ClosedDay::day) != view.worked_days.end();
                view.holidays.push_back(
                    {std::move(holiday.day), std::move(holiday.name), set, holiday.predicted, worked});
            }
    std::ranges::stable_sort(view.holidays, {}, &HolidayView::day);
    return view;
}

Result<Imported> imported(const CalendarPorts& ports, const http::Request& request, Instant now)
{
    AMENDS_TRY(const auto wish, json::parse<ImportWish>(request.body));
    const int year = year_in(ports, now);
    AMENDS_TRY(const auto read, calendar::read_icalendar(wish.icalendar, "icalendar", year - 1, year + years_ahead));
    std::vector<ClosedDay> days;
    for (const auto& day : read.days) days.push_back({day.day, day.name});
    AMENDS_TRY(const auto added, close_days(ports, days));
    return Imported{added, read.left_out, ports.brand.closed_days()};
}

} // namespace

http::Response get_calendar(const CalendarPorts& ports, Instant now)
{
    return {200, json::text_of(view_of(ports, now))};
}

http::Response patch_calendar(const CalendarPorts& ports, const http::Request& request, Instant now)
{
    const auto wish = json::parse<ChangeCalendar>(request.body);
    if (!wish) return http::refused(wish.error());
    for (std::size_t at = 0; wish->holiday_sets && at < wish->holiday_sets->size(); ++at)
        if (!calendar::known_holiday_set(wish->holiday_sets->at(at)))
            return http::refused({Refusal::invalid, "calendar.set_unknown", "holiday_sets." + std::to_string(at)});
    if (const auto changed = change_calendar(ports, *wish); !changed) return http::refused(changed.error());
    return get_calendar(ports, now);
}

http::Response post_closed_days(const CalendarPorts& ports, const http::Request& request, Instant now)
{
    return http::reply(200, imported(ports, request, now));
}

json::Shapes calendar_shapes()
{
    using namespace json;
    return {
        shape<Nothing, CalendarView>("GET /api/v1/calendar"),
        shape<ChangeCalendar, CalendarView>("PATCH /api/v1/calendar"),
        shape<ImportWish, Imported>("POST /api/v1/calendar/closed-days"),
    };
}

} // namespace amends::brand
