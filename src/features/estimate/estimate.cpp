// SPDX-License-Identifier: Apache-2.0
#include "estimate/estimate.h"

#include "base/ranks.h"
#include "base/survival.h"

#include <algorithm>

namespace amends::estimate {
namespace {

SurvivalCurve curve_of(std::span<const EarlierCase> cases)
{
    std::vector<Lifetime> lives;
    lives.reserve(cases.size());
    for (const auto& each : cases)
        lives.push_back({.time = each.ended_after.value_or(each.age), .ended = each.ended_after.has_value()});
    return SurvivalCurve(std::move(lives));
}

// What the tuned share asks for beyond the largest of n is answered by the largest.
std::optional<std::int64_t> rank_of(std::int64_t n, Risk risk)
{
    if (!conformal_rank(n, risk.nominal)) return std::nullopt;
    return conformal_rank(n, risk.tuned).value_or(n);
}

std::optional<Estimate> read_off(std::span<const EarlierCase> cases, Risk risk)
{
    const auto n = static_cast<std::int64_t>(cases.size());
    const auto rank = rank_of(n, risk);
    if (!rank) return std::nullopt;
    const auto share = static_cast<double>(*rank) / static_cast<double>(n + 1);
    const auto length = curve_of(cases).quantile(share);
    if (!length) return std::nullopt;
    return Estimate{.length = *length, .n = n, .rank = *rank};
}

bool watched(std::span<const EarlierCase> cases, double length, std::int64_t enough)
{
    return std::ranges::count_if(cases, [&](const auto& each) { return each.age >= length; }) >= enough;
}

} // namespace

std::vector<Segment> from_near_to_far(const Segment& segment)
{
    std::vector<Segment> segments{segment};
    for (std::string topic = segment.topic; !topic.empty();) {
        const auto parent = topic.rfind('/');
        topic.resize(parent == std::string::npos ? 0 : parent);
        segments.push_back({.topic = topic, .type = segment.type});
    }
    return segments;
}

Result<Estimate> estimate(std::span<const EarlierCase> newest_first, Risk risk, std::int64_t watched_long_enough)
{
    if (std::ssize(newest_first) < fewest_cases) return refuse(Refusal::unavailable, "estimate.too_few_cases");

    std::optional<Estimate> found;
    for (auto size = static_cast<std::size_t>(watched_long_enough);; size += size / 2) {
        const auto window = newest_first.first(std::min(size, newest_first.size()));
        found = read_off(window, risk);
        if ((found && watched(window, found->length, watched_long_enough)) || size >= newest_first.size()) break;
    }
    if (!found) return refuse(Refusal::unavailable, "estimate.too_many_running");
    return *found;
}

} // namespace amends::estimate
