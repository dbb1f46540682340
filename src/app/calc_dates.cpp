// SPDX-License-Identifier: Apache-2.0
#include "app/calc_formulas.h"

#include "platform/calendar/feasts.h"
#include "platform/calendar/iso.h"
#include "platform/calendar/jalali.h"
#include "platform/calendar/opening.h"
#include "platform/calendar/periods.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace amends::calculation {
namespace {

using json::Node;

Result<std::string> text(const Node& node, std::string_view name) { return field<std::string>(node, name); }

Result<LocalTime> moment(const Node& node, std::string_view name)
{
    AMENDS_TRY(const auto found, text(node, name));
    if (const auto local = calendar::moment_of_iso(found)) return *local;
    return node.refused("request.field_unknown_value", name);
}

Result<LocalTime> day(const Node& node, std::string_view name)
{
    AMENDS_TRY(const auto found, text(node, name));
    if (const auto local = calendar::day_of_iso(found)) return *local;
    return node.refused("request.field_unknown_value", name);
}

Result<calendar::Zone> zone(const Node& node)
{
    AMENDS_TRY(const auto name, text(node, "zone"));
    if (!calendar::known_zone(name)) return node.refused("zone.unknown", "zone");
    return calendar::Zone(name);
}

Result<int> minute(const Node& node)
{
    AMENDS_TRY(const auto clock, node.text());
    const auto part = calendar::digits_of(clock, "00:00");
    const int found = part ? part->at(0) * 60 + part->at(1) : -1;
    if (found < 0 || found > 24 * 60 || part->at(1) > 59) return node.refused("request.field_unknown_value");
    return found;
}

constexpr std::array<std::string_view, 7> weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

Result<OpeningHours> stretch(const Node& node, int weekday)
{
    AMENDS_TRY(const auto ends, node.items());
    if (ends.size() != 2) return node.refused("request.field_unknown_value");
    AMENDS_TRY(const int opens, minute(ends[0]));
    AMENDS_TRY(const int closes, minute(ends[1]));
    const OpeningHours hours{.weekday = weekday, .opens_minute = opens, .closes_minute = closes};
    if (!sound(hours)) return node.refused("request.field_out_of_range");
    return hours;
}

bool overlap(const OpeningHours& one, const OpeningHours& other)
{
    return one.weekday == other.weekday && one.opens_minute < other.closes_minute &&
           other.opens_minute < one.closes_minute;
}

Result<WeeklyHours> week(const Node& node)
{
    AMENDS_TRY(const auto days, member(node, "week"));
    if (auto strange = days.only(weekdays); !strange) return std::unexpected(std::move(strange).error());
    WeeklyHours week;
    for (int weekday = 0; weekday < 7; ++weekday) {
        const auto stretches = days.member(weekdays.at(static_cast<std::size_t>(weekday)));
        if (!stretches) continue;
        AMENDS_TRY(const auto list, stretches->items());
        for (const Node& one : list) {
            AMENDS_TRY(const auto hours, stretch(one, weekday));
            if (std::ranges::any_of(week.hours, [&](const auto& other) { return overlap(hours, other); }))
                return one.refused("request.field_out_of_range");
            week.hours.push_back(hours);
        }
    }
    if (week.hours.empty()) return node.refused("request.field_missing", "week");
    return week;
}

Result<calendar::ClosedDays> holidays(const Node& node)
{
    calendar::ClosedDays closed;
    AMENDS_TRY(const auto name, text(node, "holidays"));
    AMENDS_TRY(const auto sets, member(node, "holiday_sets"));
    AMENDS_TRY(const auto set, member(sets, name));
    AMENDS_TRY(const auto days, set.items());
    for (const Node& one : days) {
        AMENDS_TRY(auto date, one.text());
        if (!calendar::day_of_iso(date)) return one.refused("request.field_unknown_value");
        closed.insert(std::move(date));
    }
    return closed;
}

Result<std::string> business_time(const Node& node)
{
    AMENDS_TRY(const auto in, zone(node));
    AMENDS_TRY(const auto start, moment(node, "start"));
    AMENDS_TRY(auto hours, week(node));
    AMENDS_TRY(auto closed, holidays(node));
    AMENDS_TRY(const auto count, number_in(node, "hours", 0, 20'000));
    AMENDS_TRY(const auto zone_name, text(node, "zone"));
    const calendar::OpeningCalendar calendar(std::move(hours), std::move(closed), zone_name);
    const std::chrono::milliseconds duration(std::llround(count * 3'600'000));
    const auto due = calendar::Zone("UTC").local(calendar.after_open_time(in.instant(start), duration));
    return fmt::format(R"({{"due":"{}T{:02}:{:02}:{:02}Z"}})", calendar::iso_date(due), due.hour, due.minute,
                       due.second);
}

Result<std::string> elapsed(const Node& node)
{
    AMENDS_TRY(const auto in, zone(node));
    AMENDS_TRY(const auto start, moment(node, "start"));
    AMENDS_TRY(const auto end, moment(node, "end"));
    const std::chrono::duration<double, std::ratio<3600>> hours = in.instant(end) - in.instant(start);
    return fmt::format(R"({{"hours":{}}})", hours.count());
}

Result<std::string> utc_offset(const Node& node)
{
    AMENDS_TRY(const auto in, zone(node));
    AMENDS_TRY(auto noon, day(node, "date"));
    noon.hour = 12;
    const auto minutes = std::chrono::floor<std::chrono::minutes>(in.offset(in.instant(noon)).east).count();
    return fmt::format(R"({{"offset":"{}{:02}:{:02}"}})", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                       std::abs(minutes) % 60);
}

std::string iso(const calendar::Date& date)
{
    return calendar::iso_date({.year = date.year, .month = date.month, .day = date.day});
}

Result<std::string> jalali(const Node& node)
{
    AMENDS_TRY(const auto date, day(node, "gregorian"));
    return fmt::format(R"({{"jalali":"{}"}})", iso(calendar::jalali_of({date.year, date.month, date.day})));
}

Result<int> year(const Node& node)
{
    AMENDS_TRY(const auto found, integer_in(node, "year", 1583, 4099));
    return static_cast<int>(found);
}

Result<std::string> easter(const Node& node)
{
    AMENDS_TRY(const int in, year(node));
    return fmt::format(R"({{"western":"{}","orthodox":"{}"}})", iso(calendar::western_easter(in)),
                       iso(calendar::orthodox_easter(in)));
}

Result<std::string> finnish_saturday_feasts(const Node& node)
{
    AMENDS_TRY(const int in, year(node));
    return fmt::format(R"({{"midsummer_day":"{}","all_saints":"{}"}})", iso(calendar::finnish_midsummer_day(in)),
                       iso(calendar::finnish_all_saints_day(in)));
}

Result<calendar::Date> date(const Node& node, std::string_view name)
{
    AMENDS_TRY(const auto found, day(node, name));
    return calendar::Date{.year = found.year, .month = found.month, .day = found.day};
}

// Days of the set that are worked all the same.
Result<calendar::ClosedDays> holidays_kept(const Node& node)
{
    AMENDS_TRY(auto closed, holidays(node));
    const auto without = node.member("without");
    if (!without) return closed;
    AMENDS_TRY(const auto worked, json::read<std::vector<std::string>>(*without));
    for (const auto& each : worked) closed.erase(each);
    return closed;
}

Result<std::string> period_months(const Node& node)
{
    AMENDS_TRY(const auto received, date(node, "received"));
    AMENDS_TRY(const auto months, integer_in(node, "months", 1, 1200));
    AMENDS_TRY(const auto closed, holidays_kept(node));
    return Answer().with("due", iso(calendar::period_months(received, static_cast<int>(months), closed))).text();
}

Result<std::string> business_days(const Node& node)
{
    AMENDS_TRY(const auto received, date(node, "received"));
    AMENDS_TRY(const auto days, integer_in(node, "days", 1, 10'000));
    AMENDS_TRY(const auto closed, holidays_kept(node));
    return Answer().with("due", iso(calendar::business_days_after(received, static_cast<int>(days), closed))).text();
}

constexpr std::array formulas{
    Formula{"business_time", "start + hours in which the desk is open, as intervals [opens, closes) of local days",
            "measures.md 3; zones from the system's IANA files", business_time},
    Formula{"elapsed", "(end - start) as instants of UTC, in hours", "measures.md 3; IANA zone files", elapsed},
    Formula{"utc_offset", "local time - UTC at local noon", "measures.md 3; IANA zone files", utc_offset},
    Formula{"period_months",
            "same day of the month, else its last; then the next working day if it falls on Sat, Sun or a holiday",
            "Regulation (EEC, Euratom) 1182/71 Art. 3", period_months},
    Formula{"business_days", "n-th Monday to Friday that is no holiday, after the day of receipt",
            "PSD2, Directive (EU) 2015/2366 Art. 101; measures.md 2", business_days},
    Formula{"jalali", "33-year rule: 365(y - 1) + floor((8y + 21)/33) days lie before year y",
            "agrees with ICU for 1799 to 2122", jalali},
    Formula{"easter", "western: the anonymous rule; orthodox: the Julian rule and its days behind",
            "Nature 13:487 (1876); Meeus, Astronomical Algorithms, chapter 8", easter},
    Formula{"finnish_saturday_feasts", "the Saturday of 20 to 26 June, and of 31 October to 6 November",
            "Finnish Church Order; Act 388/1937", finnish_saturday_feasts},
};

} // namespace

std::span<const Formula> date_formulas() { return formulas; }

} // namespace amends::calculation
