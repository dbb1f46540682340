// SPDX-License-Identifier: Apache-2.0
// The watch over honest dates: of what was promised with eight in ten, were eight in ten kept? Pure: what became of a
// promise is told to it at the promise's due time, never earlier, because those that end early are the ones that are
// kept and would make everything look better than it is.
#pragma once

#include "base/shares.h"
#include "estimate/estimate.h"

namespace amends::estimate {

enum class Outcome : std::uint8_t { kept, broken };

// What is known of all promises of one nominal share. Stored as it is.
struct Calibration {
    double nominal{}; // The share that may be broken, 0.2 or 0.1.
    std::int64_t kept{};
    std::int64_t broken{};
    double balance{};         // Σ (α − 1 when broken): what may yet be broken, less than zero when too many were.
    std::int64_t undecided{}; // Promised, and not due yet.
};
BOOST_DESCRIBE_STRUCT(Calibration, (), (nominal, kept, broken, balance, undecided))

[[nodiscard]] Calibration promised(Calibration calibration);
[[nodiscard]] Calibration came_due(Calibration calibration, Outcome outcome);

// As it stands after that many, in whatever order they came.
[[nodiscard]] Calibration counted(double nominal, std::int64_t kept, std::int64_t broken, std::int64_t undecided);

// The share to aim at now: α + γ Σ(α − err), the online correction of Gibbs and Candès 2021 (arXiv 2106.00170), within
// limits. γ is smaller while much is undecided: a correction that does not wait for its own effect swings.
[[nodiscard]] Risk risk_now(const Calibration& calibration);

// A row of the calibration table.
struct CalibrationRow {
    double nominal{}; // The share to be kept.
    std::int64_t n{};
    double kept{};
    Limits limits{};
    bool alarm{}; // Too few are kept, and chance does not explain it: the upper limit is below nominal.
};
BOOST_DESCRIBE_STRUCT(CalibrationRow, (), (nominal, n, kept, limits, alarm))

[[nodiscard]] CalibrationRow row_of(const Calibration& calibration);

} // namespace amends::estimate
