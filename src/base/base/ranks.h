// SPDX-License-Identifier: Apache-2.0
// Quantiles, and the ranks of a sample that may be promised or guaranteed. Ranks count from 1, the smallest value.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace amends {

// The definitions 1, 6 and 7 of Hyndman and Fan 1996, The American Statistician 50:361. What is promised is type 1, a
// value that was observed; 6 and 7 lie between two of them, at (n+1)p and at (n−1)p + 1.
struct Quantiles {
    double type1{};
    double type6{};
    double type7{};
};

// Of at least one value, in any order; p from 0 to 1.
[[nodiscard]] Quantiles quantiles(std::span<const double> values, double p);

// k = ⌈(n+1)(1−α)⌉: a new value lies at or below the k-th smallest of n like it with a chance of at least 1−α. None
// when k > n. Split conformal prediction, Vovk, Gammerman and Shafer 2005.
[[nodiscard]] std::optional<std::int64_t> conformal_rank(std::int64_t n, double alpha);

struct RankBound {
    std::int64_t rank{};
    double attained{}; // The confidence that this rank has; at least what was asked for.
};

// The smallest rank r whose value lies at or above the p-quantile with that confidence: P(Binomial(n, p) < r). None
// when even the largest value does not. Needs 0 < p < 1. David and Nagaraja 2003, Order Statistics, 7.1.
[[nodiscard]] std::optional<RankBound> order_statistic_bound(std::int64_t n, double p, double confidence);

} // namespace amends
