// SPDX-License-Identifier: Apache-2.0
#include "estimate/calibration.h"

#include <algorithm>

namespace amends::estimate {
namespace {

// Of a correction for one outcome, and for all that are undecided together.
constexpr double most_at_once = 0.02;
constexpr double most_undecided = 0.5;
// Beside the nominal share: what history does not support at all is not asked of it.
constexpr double least = 0.1;
constexpr double most = 2;
// Half a point more than is said is aimed at, so that chance alone seldom leaves less.
constexpr double margin = 0.005;

} // namespace

Calibration promised(Calibration calibration)
{
    ++calibration.undecided;
    return calibration;
}

Calibration came_due(Calibration calibration, Outcome outcome)
{
    const bool broken = outcome == Outcome::broken;
    ++(broken ? calibration.broken : calibration.kept);
    --calibration.undecided;
    calibration.balance += calibration.nominal - margin - (broken ? 1 : 0);
    return calibration;
}

Calibration counted(double nominal, std::int64_t kept, std::int64_t broken, std::int64_t undecided)
{
    const auto n = static_cast<double>(kept + broken);
    return {.nominal = nominal,
            .kept = kept,
            .broken = broken,
            .balance = (nominal - margin) * n - static_cast<double>(broken),
            .undecided = undecided};
}

Risk risk_now(const Calibration& calibration)
{
    const double gamma = std::min(most_at_once, most_undecided / static_cast<double>(calibration.undecided + 1));
    const double tuned = calibration.nominal - margin + gamma * calibration.balance;
    return {.nominal = calibration.nominal,
            .tuned = std::clamp(tuned, calibration.nominal * least, calibration.nominal * most)};
}

CalibrationRow row_of(const Calibration& calibration)
{
    const std::int64_t n = calibration.kept + calibration.broken;
    const Limits limits = wilson95(calibration.kept, n);
    return {.nominal = 1 - calibration.nominal,
            .n = n,
            .kept = n > 0 ? static_cast<double>(calibration.kept) / static_cast<double>(n) : 0,
            .limits = limits,
            .alarm = limits.hi < 1 - calibration.nominal};
}

} // namespace amends::estimate
