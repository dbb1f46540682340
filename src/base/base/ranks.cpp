// SPDX-License-Identifier: Apache-2.0
#include "base/ranks.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace amends {
namespace {

// A product like 100 × 0.55 lands just above the integer that it is.
constexpr double a_hair = 1e-9;

// The value at a rank that need not be whole.
double between(const std::vector<double>& sorted, double rank)
{
    const double last = static_cast<double>(sorted.size());
    const double at = std::clamp(rank, 1.0, last);
    const auto below = static_cast<std::size_t>(at);
    const double lower = sorted[below - 1];
    const double upper = sorted[std::min(below, sorted.size() - 1)];
    return lower + (at - std::floor(at)) * (upper - lower);
}

} // namespace

Quantiles quantiles(std::span<const double> values, double p)
{
    std::vector<double> sorted(values.begin(), values.end());
    std::ranges::sort(sorted);
    const auto n = static_cast<double>(sorted.size());
    return {.type1 = between(sorted, std::ceil(n * p - a_hair)),
            .type6 = between(sorted, (n + 1) * p),
            .type7 = between(sorted, (n - 1) * p + 1)};
}

std::optional<std::int64_t> conformal_rank(std::int64_t n, double alpha)
{
    const double k = std::ceil(static_cast<double>(n + 1) * (1 - alpha) - a_hair);
    if (n < 1 || k > static_cast<double>(n)) return std::nullopt;
    return std::max<std::int64_t>(static_cast<std::int64_t>(k), 1);
}

std::optional<RankBound> order_statistic_bound(std::int64_t n, double p, double confidence)
{
    const auto count = static_cast<double>(n);
    double log_chance = count * std::log1p(-p); // Of exactly `below` values under the quantile.
    double sum = 0;
    for (std::int64_t below = 0; below < n; ++below) {
        sum += std::exp(log_chance);
        if (sum >= confidence) return RankBound{.rank = below + 1, .attained = sum};
        const auto done = static_cast<double>(below);
        log_chance += std::log(count - done) - std::log(done + 1) + std::log(p) - std::log1p(-p);
    }
    return std::nullopt;
}

} // namespace amends
