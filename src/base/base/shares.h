// SPDX-License-Identifier: Apache-2.0
// Shares and how evenly something is spread. A share stands on a screen only beside its n and its interval.
#pragma once

#include <boost/describe/class.hpp>

#include <cstdint>
#include <span>

namespace amends {

struct Limits {
    double lo{};
    double hi{};
};
BOOST_DESCRIBE_STRUCT(Limits, (), (lo, hi))

// The 95 % interval of a share of `hits` in `n`, within 0 and 1: ((p + z²/2n) ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n),
// z = 1.959963984540054. Of nothing, from 0 to 1. Wilson 1927, J. Am. Stat. Assoc. 22:209; equal to R's
// prop.test(correct = FALSE).
[[nodiscard]] Limits wilson95(std::int64_t hits, std::int64_t n);

// How unevenly loads lie: 0 when all are equal, towards 1 when one carries all. Σ|x_i − x_j| / (2 n² mean), Gini 1912.
// Nothing to carry is carried evenly.
[[nodiscard]] double gini(std::span<const double> loads);

// 1 when all loads are equal, 1/n when one carries all. (Σx)² / (n Σx²), Jain, Chiu and Hawe 1984, DEC-TR-301.
[[nodiscard]] double jain(std::span<const double> loads);

} // namespace amends
