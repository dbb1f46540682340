// SPDX-License-Identifier: Apache-2.0
#include "promise/risk.h"

#include <algorithm>

namespace amends::promise {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr auto shortest = minutes(10);
constexpr auto reminder = minutes(15);

Instant share_of(const Promise& promise, const OpeningTimes& times, int percent)
{
    const milliseconds open = times.open_time_between(promise.made_at, promise.due_at);
    const milliseconds wall = promise.due_at - promise.made_at;
    if (open < wall / 10) return promise.made_at + wall * percent / 100;
    return std::min(times.after_open_time(promise.made_at, open * percent / 100), promise.due_at);
}

} // namespace

std::optional<RiskTimes> risk_times(const Promise& promise, const OpeningTimes& times)
{
    if (promise.side != Side::us || promise.due_at - promise.made_at < shortest) return std::nullopt;
    if (promise.kind == Kind::appointment)
        return RiskTimes{.ask = std::max(promise.due_at - reminder, promise.made_at), .tell = std::nullopt};
    return RiskTimes{.ask = share_of(promise, times, 75), .tell = share_of(promise, times, 90)};
}

NextStep next_step(const Promise& promise, const OpeningTimes& times)
{
    const NextStep end{Step::break_it, breaks_at(promise)};
    const auto risk = risk_times(promise, times);
    if (!risk || promise.warned_at || promise.answered_at) return end;
    if (!promise.asked_at) return {Step::ask, risk->ask};
    if (risk->tell && *risk->tell < end.at) return {Step::tell, *risk->tell};
    return end;
}

} // namespace amends::promise
