// SPDX-License-Identifier: Apache-2.0
#include "staffing/history.h"

#include "base/survival.h"

#include <chrono>

namespace amends::staffing {
namespace {

using FiveMinutes = std::chrono::duration<std::int64_t, std::ratio<300>>; // Nobody can say it to the second.

} // namespace

WeekOfHours usual_week(std::span<const Quarter> heard, const LocalClock& clock, int weeks)
{
    using namespace std::chrono;
    WeekOfHours week{};
    for (const Quarter& each : heard) {
        const auto local = clock.local(each.begins());
        const year_month_day date{year(local.year), month(static_cast<unsigned>(local.month)),
                                  day(static_cast<unsigned>(local.day))};
        const auto weekday_of = weekday(sys_days(date)).iso_encoding() - 1;
        week.at(weekday_of).at(static_cast<std::size_t>(local.hour)) += static_cast<double>(each.contacts) / weeks;
    }
    return week;
}

std::optional<AnswerWait> answer_wait(std::span<const Begun> newest, const OpeningTimes& times, Instant now)
{
    const auto n = static_cast<std::int64_t>(newest.size());
    if (n < fewest_cases) return std::nullopt;
    std::vector<Lifetime> waits;
    for (const auto& [at, answered_at] : newest)
        waits.push_back({.time = static_cast<double>(times.open_time_between(at, answered_at.value_or(now)).count()),
                         .ended = answered_at.has_value()});
    const auto half = SurvivalCurve(std::move(waits)).quantile(0.5);
    if (!half) return std::nullopt;
    const auto by = times.after_open_time(now, std::chrono::milliseconds(static_cast<std::int64_t>(*half)));
    return AnswerWait{n, std::chrono::ceil<FiveMinutes>(by)};
}

} // namespace amends::staffing
