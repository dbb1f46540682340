// SPDX-License-Identifier: Apache-2.0
#include "base/shares.h"

#include <doctest/doctest.h>

#include <vector>

using namespace amends;
using doctest::Approx;

TEST_CASE("a share has an interval that never leaves 0 and 1")
{
    CHECK(wilson95(0, 10).lo == 0);
    CHECK(wilson95(0, 10).hi == Approx(0.27753279986288915).epsilon(1e-12));
    CHECK(wilson95(10, 10).hi == 1);
    CHECK(wilson95(10, 10).lo == Approx(0.7224672001371109).epsilon(1e-12));
    CHECK(wilson95(81, 263).lo == Approx(0.2552885198782743).epsilon(1e-12));
    CHECK(wilson95(81, 263).hi == Approx(0.3662095769828001).epsilon(1e-12));
}

TEST_CASE("of nothing a share may be anything")
{
    CHECK(wilson95(0, 0).lo == 0);
    CHECK(wilson95(0, 0).hi == 1);
}

TEST_CASE("equal loads are fair, and one who carries all is not")
{
    const std::vector<double> uneven{22, 9, 6, 3};
    const std::vector<double> even{10, 10, 10, 10};
    const std::vector<double> alone{0, 0, 0, 8};

    CHECK(gini(uneven) == Approx(0.375));
    CHECK(jain(uneven) == Approx(0.6557377049180327));
    CHECK(gini(even) == 0);
    CHECK(jain(even) == 1);
    CHECK(gini(alone) == Approx(0.75));
    CHECK(jain(alone) == Approx(0.25));
}

TEST_CASE("nothing to carry is carried evenly")
{
    const std::vector<double> none{0, 0};

    CHECK(gini(none) == 0);
    CHECK(jain(none) == 1);
}
