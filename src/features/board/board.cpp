// SPDX-License-Identifier: Apache-2.0
#include "board/board.h"

#include <algorithm>
#include <utility>

namespace amends::board {
namespace {

using namespace std::chrono_literals;

constexpr auto soon = 2h;
constexpr auto week = std::chrono::days(7);
constexpr auto a_moment = 1ms; // What falls due at the very end of a span belongs to it.

Instant end_of_day(const LocalClock& clock, Instant now)
{
    const auto today = clock.local(now);
    const std::chrono::year_month_day next =
        std::chrono::sys_days{std::chrono::year{today.year} / today.month / today.day} + std::chrono::days{1};
    return clock.instant({.year = static_cast<int>(next.year()),
                          .month = static_cast<int>(static_cast<unsigned>(next.month())),
                          .day = static_cast<int>(static_cast<unsigned>(next.day()))});
}

} // namespace

Span span_of(Column column, const LocalClock& clock, Instant now)
{
    const Instant soon_ends = now + soon + a_moment;
    const Instant today_ends = std::max(soon_ends, end_of_day(clock, now));
    switch (column) {
    case Column::late: return {Instant{}, now};
    case Column::soon: return {now, soon_ends};
    case Column::today: return {soon_ends, today_ends};
    case Column::week: return {today_ends, std::max(today_ends, now + week + a_moment)};
    case Column::kept: return {now - week, now + a_moment};
    }
    std::unreachable();
}

} // namespace amends::board
