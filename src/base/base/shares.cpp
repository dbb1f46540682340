// SPDX-License-Identifier: Apache-2.0
#include "base/shares.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace amends {

Limits wilson95(std::int64_t hits, std::int64_t n)
{
    if (n <= 0) return {.lo = 0, .hi = 1};
    constexpr double z = 1.959963984540054;
    const auto count = static_cast<double>(n);
    const double p = static_cast<double>(hits) / count;
    const double middle = p + z * z / (2 * count);
    const double reach = z * std::sqrt(p * (1 - p) / count + z * z / (4 * count * count));
    const double whole = 1 + z * z / count;
    // At both ends rounding leaves about 3e-17 where there is nothing.
    return {.lo = hits == 0 ? 0 : std::clamp((middle - reach) / whole, 0.0, 1.0),
            .hi = hits == n ? 1 : std::clamp((middle + reach) / whole, 0.0, 1.0)};
}

double gini(std::span<const double> loads)
{
    std::vector<double> sorted(loads.begin(), loads.end());
    std::ranges::sort(sorted);
    const double sum = std::accumulate(sorted.begin(), sorted.end(), 0.0);
    if (sum <= 0) return 0;
    // Σ|x_i − x_j| over all pairs is twice the sum of each load times how many lie below it less how many above.
    double between = 0;
    const auto n = static_cast<double>(sorted.size());
    for (double at = 0; const double load : sorted) between += load * (2 * at++ - n + 1);
    return between / (n * sum);
}

double jain(std::span<const double> loads)
{
    const double sum = std::accumulate(loads.begin(), loads.end(), 0.0);
    const double squares = std::inner_product(loads.begin(), loads.end(), loads.begin(), 0.0);
    return squares > 0 ? sum * sum / (static_cast<double>(loads.size()) * squares) : 1;
}

} // namespace amends
