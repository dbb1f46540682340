// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/zone.h"

#include "base/result.h"

#include <date/tz.h>
#include <fmt/format.h>

#include <algorithm>

namespace amends::calendar {
namespace {

const date::time_zone* find(std::string_view name)
{
    const auto& zones = date::get_tzdb().zones;
    const auto found =
        std::ranges::lower_bound(zones, name, {}, [](const auto& zone) -> std::string_view { return zone.name(); });
    return found != zones.end() && found->name() == name ? &*found : nullptr;
}

const date::time_zone& rules(const void* held) { return *static_cast<const date::time_zone*>(held); }

// Zone files tell of years from -32,767 on, which milliseconds cannot hold.
Instant within_reach(date::sys_seconds at)
{
    constexpr std::chrono::seconds farthest{200LL * 366 * 24 * 3600};
    return Instant{std::clamp(at.time_since_epoch(), -farthest, farthest)};
}

} // namespace

bool known_zone(std::string_view name) { return find(name) != nullptr; }

Zone::Zone(std::string_view name) : rules_(find(name))
{
    if (rules_ == nullptr) throw Failure("no time zone is called " + std::string(name));
}

LocalTime Zone::local(Instant at) const
{
    const auto local = rules(rules_).to_local(std::chrono::floor<std::chrono::seconds>(at));
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    const date::year_month_day day(midnight);
    const date::hh_mm_ss time(local - midnight);
    return {.year = static_cast<int>(day.year()),
            .month = static_cast<int>(static_cast<unsigned>(day.month())),
            .day = static_cast<int>(static_cast<unsigned>(day.day())),
            .hour = static_cast<int>(time.hours().count()),
            .minute = static_cast<int>(time.minutes().count()),
            .second = static_cast<int>(time.seconds().count())};
}

Instant Zone::instant(const LocalTime& local) const
{
    const date::local_days day(date::year(local.year) / local.month / local.day);
    const date::local_seconds at =
        day + std::chrono::hours(local.hour) + std::chrono::minutes(local.minute) + std::chrono::seconds(local.second);
    return rules(rules_).to_sys(at, date::choose::earliest);
}

Offset Zone::offset(Instant at) const
{
    const auto info = rules(rules_).get_info(std::chrono::floor<std::chrono::seconds>(at));
    return {.begins = within_reach(info.begin), .ends = within_reach(info.end), .east = info.offset};
}

Instant to_utc(std::string_view zone, const LocalTime& local) { return Zone(zone).instant(local); }

LocalTime to_local(std::string_view zone, Instant at) { return Zone(zone).local(at); }

int weekday_of(const LocalTime& local)
{
    const std::chrono::sys_days day = std::chrono::year(local.year) /
                                      std::chrono::month(static_cast<unsigned>(local.month)) /
                                      std::chrono::day(static_cast<unsigned>(local.day));
    return static_cast<int>(std::chrono::weekday(day).iso_encoding()) - 1;
}

std::string iso_date(const LocalTime& local)
{
    return fmt::format("{:04}-{:02}-{:02}", local.year, local.month, local.day);
}

} // namespace amends::calendar
