// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/opening.h"

#include <algorithm>
#include <utility>

namespace amends::calendar {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

// Local time on a clock that never jumps, so that it can be computed with.
using Wall = Instant;

struct Hours {
    Wall opens{};
    Wall closes{};
};

LocalTime midnight_of(sys_days day)
{
    const std::chrono::year_month_day date(day);
    return {.year = static_cast<int>(date.year()),
            .month = static_cast<int>(static_cast<unsigned>(date.month())),
            .day = static_cast<int>(static_cast<unsigned>(date.day()))};
}

// The hours of one day, those that touch joined.
std::vector<Hours> hours_of(const WeeklyHours& week, sys_days day)
{
    if (week.hours.empty()) return {{.opens = day, .closes = day + days{1}}};
    const int weekday = static_cast<int>(std::chrono::weekday(day).iso_encoding()) - 1;
    std::vector<Hours> listed;
    for (const auto& hours : week.hours)
        if (hours.weekday == weekday && sound(hours))
            listed.push_back(
                {.opens = day + minutes{hours.opens_minute}, .closes = day + minutes{hours.closes_minute}});
    std::ranges::sort(listed, {}, &Hours::opens);
    std::vector<Hours> joined;
    for (const auto& hours : listed) {
        if (joined.empty() || joined.back().closes < hours.opens) joined.push_back(hours);
        else joined.back().closes = std::max(joined.back().closes, hours.closes);
    }
    return joined;
}

// Hours meet each stretch of constant offset on their own: an hour that the clock shows twice counts twice, one that it
// leaves out does not count.
void append(std::vector<Interval>& open, const Hours& hours, const Zone& zone, Instant from, Instant to)
{
    const std::size_t first = open.size();
    for (Instant at = from; at < to;) {
        const auto [begins, ends, east] = zone.offset(at);
        const Interval part{.opens = std::max({hours.opens - east, begins, from}),
                            .closes = std::min({hours.closes - east, ends, to})};
        at = std::max(ends, at + std::chrono::milliseconds{1});
        if (part.opens >= part.closes) continue;
        if (open.size() > first && open.back().closes == part.opens) open.back().closes = part.closes;
        else open.push_back(part);
    }
}

} // namespace

std::vector<Interval> expand(const WeeklyHours& week, const ClosedDays& closed, const Zone& zone, Instant from,
                             Instant to)
{
    std::vector<Interval> open;
    const auto local_day = [&](Instant at) { return std::chrono::floor<days>(at + zone.offset(at).east); };
    // A day more on either side: where the clock jumps at midnight, two local days share an hour.
    for (auto day = local_day(from) - days{1}; day <= local_day(to) + days{1}; day += days{1}) {
        if (closed.contains(iso_date(midnight_of(day)))) continue;
        for (const auto& hours : hours_of(week, day))
            append(open, hours, zone, hours.opens - days{1}, hours.closes + days{1});
    }
    std::ranges::sort(open, {}, &Interval::opens);
    std::erase_if(open, [&](const auto& part) { return part.closes <= from || part.opens >= to; });
    return open;
}

OpeningCalendar::OpeningCalendar(WeeklyHours week, ClosedDays closed, std::string_view zone)
    : week_(std::move(week)), closed_(std::move(closed)), zone_(zone)
{
}

std::vector<Interval> OpeningCalendar::intervals(Instant from, Instant to) const
{
    return expand(week_, closed_, zone_, from, to);
}

template <class Question>
std::optional<Instant> OpeningCalendar::asked(Instant start, Question question) const
{
    constexpr days farthest{3660};
    for (days reach{16}; reach < farthest * 8; reach *= 8)
        if (const auto answer = question(intervals(start, start + std::min(reach, farthest)))) return answer;
    return std::nullopt;
}

bool OpeningCalendar::open_at(Instant at) const
{
    return amends::open_at(intervals(at, at + std::chrono::milliseconds{1}), at);
}

Instant OpeningCalendar::next_open(Instant at) const
{
    return asked(at, [&](const auto& open) { return amends::next_open(open, at); }).value_or(at);
}

Instant OpeningCalendar::after_open_time(Instant start, std::chrono::milliseconds duration) const
{
    return asked(start, [&](const auto& open) { return add_open_time(open, start, duration); })
        .value_or(start + duration);
}

Instant OpeningCalendar::after_open_days(Instant start, int count) const
{
    return asked(start, [&](const auto& open) { return same_time_n_open_days_later(open, start, count, zone_); })
        .value_or(start + days{count});
}

Instant OpeningCalendar::before_open_time(Instant end, std::chrono::milliseconds duration) const
{
    constexpr days farthest{3660};
    for (days reach{16}; reach < farthest * 8; reach *= 8) {
        auto left = duration;
        auto open = intervals(end - std::min(reach, farthest), end);
        for (auto interval = open.rbegin(); interval != open.rend(); ++interval) {
            const Instant closes = std::min(interval->closes, end);
            if (left <= closes - interval->opens) return closes - left;
            left -= closes - interval->opens;
        }
    }
    return end - duration;
}

std::chrono::milliseconds OpeningCalendar::open_time_between(Instant from, Instant to) const
{
    if (to <= from) return {};
    return amends::open_time_between(intervals(from, to), from, to);
}

} // namespace amends::calendar
