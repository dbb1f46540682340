// SPDX-License-Identifier: Apache-2.0
#include "base/survival.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace amends {
namespace {

// A curve that should touch a share exactly may miss it by rounding.
constexpr double a_hair = 1e-9;

std::size_t ends_at(const std::vector<Lifetime>& sorted, std::size_t first)
{
    std::size_t ends = 0;
    while (first + ends < sorted.size() && sorted[first + ends].ended &&
           sorted[first + ends].time == sorted[first].time)
        ++ends;
    return ends;
}

struct AtRisk {
    double running{};
    double ends{};
};

AtRisk at_risk(std::span<const Lifetime> lives, double time)
{
    AtRisk found;
    for (const auto& life : lives) {
        if (life.time >= time) ++found.running;
        if (life.time == time && life.ended) ++found.ends;
    }
    return found;
}

std::vector<double> ends_of(std::span<const Lifetime> one, std::span<const Lifetime> other)
{
    std::vector<double> times;
    for (const auto lives : {one, other})
        for (const auto& life : lives)
            if (life.ended) times.push_back(life.time);
    std::ranges::sort(times);
    const auto repeated = std::ranges::unique(times);
    times.erase(repeated.begin(), repeated.end());
    return times;
}

} // namespace

SurvivalCurve::SurvivalCurve(std::vector<Lifetime> lives)
{
    std::ranges::sort(lives, [](const Lifetime& one, const Lifetime& other) {
        return one.time != other.time ? one.time < other.time : one.ended && !other.ended;
    });
    longest_ = lives.empty() ? 0 : lives.back().time;
    double surviving = 1;
    double variance = 0;
    for (std::size_t at = 0; at < lives.size();) {
        const std::size_t ends = ends_at(lives, at);
        if (ends > 0) {
            const auto running = static_cast<double>(lives.size() - at);
            const auto ended = static_cast<double>(ends);
            surviving *= 1 - ended / running;
            const double added = ended / (running * (running - ended));
            variance += added;
            const double error =
                surviving > 0 ? surviving * std::sqrt(variance) : std::numeric_limits<double>::quiet_NaN();
            steps_.push_back({.time = lives[at].time, .surviving = surviving, .error = error, .variance_added = added});
        }
        at += std::max<std::size_t>(ends, 1);
    }
}

double SurvivalCurve::beyond(double time) const
{
    const auto later = std::ranges::upper_bound(steps_, time, {}, &Step::time);
    return later == steps_.begin() ? 1 : std::prev(later)->surviving;
}

std::optional<double> SurvivalCurve::falls_to(double share) const
{
    const auto low = std::ranges::find_if(steps_, [&](const Step& step) { return step.surviving <= share + a_hair; });
    if (low == steps_.end()) return std::nullopt;
    return low->time;
}

MeanTime SurvivalCurve::restricted_mean(double until) const
{
    const double end = std::min(until, longest_);
    double later = end;
    double area = 0; // From the step that is looked at to the end.
    double variance = 0;
    for (auto step = steps_.rbegin(); step != steps_.rend(); ++step) {
        if (step->time >= end) continue;
        area += step->surviving * (later - step->time);
        if (area > 0) variance += area * area * step->variance_added;
        later = step->time;
    }
    return {.time = area + later, .error = std::sqrt(variance)};
}

LogRank log_rank(std::span<const Lifetime> one, std::span<const Lifetime> other)
{
    double surplus = 0;
    double variance = 0;
    for (const double time : ends_of(one, other)) {
        const auto first = at_risk(one, time);
        const auto second = at_risk(other, time);
        const double running = first.running + second.running;
        const double ends = first.ends + second.ends;
        const double share = first.running / running;
        surplus += first.ends - ends * share;
        if (running > 1) variance += ends * share * (1 - share) * (running - ends) / (running - 1);
    }
    const double chi_square = variance > 0 ? surplus * surplus / variance : 0;
    return {.chi_square = chi_square, .p = std::erfc(std::sqrt(chi_square / 2))};
}

} // namespace amends
