// SPDX-License-Identifier: Apache-2.0
#include "app/calc.h"

#include "platform/calendar/feasts.h"
#include "platform/calendar/jalali.h"
#include "platform/calendar/opening.h"
#include "platform/json/read.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdio>

namespace amends {
namespace {

using json::Node;

Result<Node> member(const Node& node, std::string_view name)
{
    if (auto found = node.member(name)) return *std::move(found);
    return node.refused("request.field_missing", name);
}

Result<std::string> text(const Node& node, std::string_view name)
{
    AMENDS_TRY(const auto found, member(node, name));
    return found.text();
}

// The numbers of "2026-03-27T16:30" or "09:00", in order; anything else between them is refused by its count.
Result<std::vector<int>> numbers(const Node& node, std::string_view text, std::size_t count)
{
    std::vector<int> found;
    for (std::size_t at = 0; at < text.size();) {
        int number = 0;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), number);
        if (error != std::errc{} || number < 0) return node.refused("request.field_unknown_value");
        found.push_back(number);
        at = static_cast<std::size_t>(end - text.data()) + 1;
    }
    if (found.size() != count) return node.refused("request.field_unknown_value");
    return found;
}

Result<LocalTime> checked(const Node& node, const LocalTime& local)
{
    const std::chrono::year_month_day date(std::chrono::year(local.year),
                                           std::chrono::month(static_cast<unsigned>(local.month)),
                                           std::chrono::day(static_cast<unsigned>(local.day)));
    if (!date.ok() || local.hour > 24 || local.minute > 59) return node.refused("request.field_unknown_value");
    return local;
}

Result<LocalTime> moment(const Node& node, std::string_view name)
{
    AMENDS_TRY(const auto found, text(node, name));
    AMENDS_TRY(const auto part, numbers(node, found, 5));
    return checked(node, {.year = part[0], .month = part[1], .day = part[2], .hour = part[3], .minute = part[4]});
}

Result<LocalTime> day(const Node& node, std::string_view name)
{
    AMENDS_TRY(const auto found, text(node, name));
    AMENDS_TRY(const auto part, numbers(node, found, 3));
    return checked(node, {.year = part[0], .month = part[1], .day = part[2]});
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
    AMENDS_TRY(const auto part, numbers(node, clock, 2));
    return part[0] * 60 + part[1];
}

Result<WeeklyHours> week(const Node& node)
{
    constexpr std::array<std::string_view, 7> names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    WeeklyHours hours;
    for (int weekday = 0; weekday < 7; ++weekday) {
        const auto stretches = node.member(names.at(static_cast<std::size_t>(weekday)));
        if (!stretches) continue;
        AMENDS_TRY(const auto list, stretches->items());
        for (const Node& stretch : list) {
            AMENDS_TRY(const auto ends, stretch.items());
            if (ends.size() != 2) return stretch.refused("request.field_unknown_value");
            AMENDS_TRY(const int opens, minute(ends[0]));
            AMENDS_TRY(const int closes, minute(ends[1]));
            hours.hours.push_back({.weekday = weekday, .opens_minute = opens, .closes_minute = closes});
        }
    }
    return hours;
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
        closed.insert(std::move(date));
    }
    return closed;
}

Result<std::string> business_time(const Node& node)
{
    AMENDS_TRY(const auto in, zone(node));
    AMENDS_TRY(const auto start, moment(node, "start"));
    AMENDS_TRY(const auto days, member(node, "week"));
    AMENDS_TRY(auto hours, week(days));
    AMENDS_TRY(auto closed, holidays(node));
    AMENDS_TRY(const auto length, member(node, "hours"));
    AMENDS_TRY(const auto count, length.number());
    AMENDS_TRY(const auto zone_name, text(node, "zone"));
    const calendar::OpeningCalendar calendar(std::move(hours), std::move(closed), zone_name);
    const std::chrono::milliseconds duration(static_cast<std::int64_t>(count * 3'600'000));
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
    AMENDS_TRY(const auto found, member(node, "year"));
    AMENDS_TRY(const auto number, found.integer());
    if (number < 1583 || number > 4099) return node.refused("request.field_too_large", "year");
    return static_cast<int>(number);
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

struct Formula {
    std::string_view group;
    Result<std::string> (*calculate)(const Node&);
};

constexpr std::array formulas{
    Formula{"business_time", business_time},
    Formula{"elapsed", elapsed},
    Formula{"utc_offset", utc_offset},
    Formula{"jalali", jalali},
    Formula{"easter", easter},
    Formula{"finnish_saturday_feasts", finnish_saturday_feasts},
};

} // namespace

Result<std::string> calculated(std::string_view group, std::string_view json)
{
    AMENDS_TRY(const auto node, Node::parse(json));
    for (const auto& formula : formulas)
        if (formula.group == group) return formula.calculate(node);
    return refuse(Refusal::not_found, "calc.group_unknown", std::string(group));
}

int calc(const std::string& group, const std::string& json)
{
    const auto answer = calculated(group, json);
    if (answer) fmt::print("{}\n", *answer);
    else fmt::print(stderr, "amends calc: {} {}\n", answer.error().code, answer.error().field);
    return answer ? 0 : 1;
}

} // namespace amends
