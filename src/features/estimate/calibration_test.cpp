// SPDX-License-Identifier: Apache-2.0
#include "estimate/calibration.h"

#include <doctest/doctest.h>

using namespace amends::estimate;

namespace {

Calibration after(int kept, int broken)
{
    Calibration calibration{.nominal = 0.2};
    for (int count = 0; count < kept + broken; ++count) {
        calibration = promised(calibration);
        calibration = came_due(calibration, count < kept ? Outcome::kept : Outcome::broken);
    }
    return calibration;
}

} // namespace

TEST_CASE("broken promises make the next ones longer, and kept ones shorter")
{
    const double at_first = risk_now(after(0, 0)).tuned;

    CHECK(at_first == doctest::Approx(0.195));
    CHECK(risk_now(after(8, 4)).tuned < at_first);
    CHECK(risk_now(after(30, 0)).tuned > at_first);
    CHECK(risk_now(after(8, 4)).nominal == 0.2);
}

TEST_CASE("however badly it goes the risk stays within limits")
{
    CHECK(risk_now(after(0, 1'000)).tuned == doctest::Approx(0.02));
    CHECK(risk_now(after(10'000, 0)).tuned == doctest::Approx(0.4));
}

TEST_CASE("while much is undecided a correction is careful")
{
    auto calibration = after(0, 5);
    const double sure = risk_now(calibration).tuned;
    for (int count = 0; count < 500; ++count) calibration = promised(calibration);

    CHECK(risk_now(calibration).tuned > sure);
    CHECK(risk_now(calibration).tuned < 0.2);
}

TEST_CASE("an alarm is raised when chance does not explain how few were kept")
{
    CHECK_FALSE(row_of(after(0, 0)).alarm);
    CHECK_FALSE(row_of(after(78, 22)).alarm);
    CHECK(row_of(after(60, 40)).alarm);
    CHECK(row_of(after(60, 40)).kept == doctest::Approx(0.6));
    CHECK(row_of(after(60, 40)).n == 100);
    CHECK(row_of(after(60, 40)).limits.hi < 0.8);
}
