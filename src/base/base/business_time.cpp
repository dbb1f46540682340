// SPDX-License-Identifier: Apache-2.0
#include "base/business_time.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace amends {
namespace {

// The first interval that ends after `at`: the one `at` lies in, or the next one.
std::span<const Interval> from(std::span<const Interval> open, Instant at)
{
    const auto first = std::ranges::upper_bound(open, at, {}, &Interval::closes);
    return {first, open.end()};
}

auto date_of(const LocalTime& local) { return std::tuple(local.year, local.month, local.day); }

} // namespace

bool sound(const OpeningHours& hours)
{
    constexpr int whole_day = 24 * 60;
    return hours.weekday >= 0 && hours.weekday < 7 && hours.opens_minute >= 0 &&
           hours.opens_minute < hours.closes_minute && hours.closes_minute <= whole_day;
}

bool open_at(std::span<const Interval> open, Instant at)
{
    const auto rest = from(open, at);
    return !rest.empty() && rest.front().opens <= at;
}

std::optional<Instant> next_open(std::span<const Interval> open, Instant at)
{
    const auto rest = from(open, at);
    if (rest.empty()) return std::nullopt;
    return std::max(at, rest.front().opens);
}

std::optional<Instant> add_open_time(std::span<const Interval> open, Instant start, std::chrono::milliseconds duration)
{
    for (const auto& [opens, closes] : from(open, start)) {
        const auto begins = std::max(start, opens);
        if (duration <= closes - begins) return begins + duration;
        duration -= closes - begins;
    }
    return std::nullopt;
}

std::chrono::milliseconds open_time_between(std::span<const Interval> open, Instant from_then, Instant to)
{
    std::chrono::milliseconds sum{};
    for (const auto& [opens, closes] : from(open, from_then)) {
        if (opens >= to) break;
        sum += std::max(std::chrono::milliseconds{}, std::min(to, closes) - std::max(from_then, opens));
    }
    return sum;
}

std::optional<Instant> same_time_n_open_days_later(std::span<const Interval> open, Instant start, int days,
                                                   const LocalClock& clock)
{
    const auto begins = next_open(open, start);
    if (!begins || days <= 0) return begins;
    auto local = clock.local(*begins);
    auto day = date_of(local);
    for (const auto& interval : from(open, *begins)) {
        const auto opens = clock.local(interval.opens);
        if (date_of(opens) <= day) continue;
        day = date_of(opens);
        if (--days > 0) continue;
        std::tie(local.year, local.month, local.day) = day;
        // A part of a second belongs to the local time too.
        return clock.instant(local) + (*begins - std::chrono::floor<std::chrono::seconds>(*begins));
    }
    return std::nullopt;
}

std::optional<OpenSpan> open_span(std::string_view text)
{
    constexpr int longest = 10'000;
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end + 1 != text.data() + text.size() || number < 0 || number > longest) return {};
    switch (*end) {
    case 'd': return OpenSpan{.days = number};
    case 'h': return OpenSpan{.time = std::chrono::hours{number}};
    case 'm': return OpenSpan{.time = std::chrono::minutes{number}};
    default: return {};
    }
}

Instant after(const OpeningTimes& times, Instant start, OpenSpan span)
{
    return span.days > 0 ? times.after_open_days(start, span.days) : times.after_open_time(start, span.time);
}

} // namespace amends
