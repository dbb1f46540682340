// SPDX-License-Identifier: Apache-2.0
#include "base/ranks.h"

#include <doctest/doctest.h>

#include <vector>

using namespace amends;
using doctest::Approx;

TEST_CASE("three definitions of a quantile differ, and the promised one was observed")
{
    const std::vector<double> days{40, 2, 4, 4, 5, 7, 9, 11, 15, 21};

    const auto eight_in_ten = quantiles(days, 0.8);

    CHECK(eight_in_ten.type1 == 15);
    CHECK(eight_in_ten.type6 == Approx(19.8));
    CHECK(eight_in_ten.type7 == Approx(16.2));
    CHECK(quantiles(days, 0.95).type6 == 40);
    CHECK(quantiles(days, 0).type1 == 2);
}

TEST_CASE("the rank that may be promised")
{
    CHECK(conformal_rank(9, 0.1) == 9);
    CHECK(conformal_rank(19, 0.1) == 18);
    CHECK(conformal_rank(50, 0.2) == 41);
    CHECK(conformal_rank(100, 0.1) == 91);
    CHECK(conformal_rank(99, 0.45) == 55); // 100 × 0.55 lands just above 55.
}

TEST_CASE("eight cases do not support nine in ten")
{
    CHECK_FALSE(conformal_rank(8, 0.1));
    CHECK_FALSE(conformal_rank(0, 0.5));
}

TEST_CASE("the rank that covers a quantile for certain enough")
{
    CHECK_FALSE(order_statistic_bound(28, 0.9, 0.95));
    CHECK(order_statistic_bound(29, 0.9, 0.95)->rank == 29);
    CHECK(order_statistic_bound(29, 0.9, 0.95)->attained == Approx(0.9528987130275376).epsilon(1e-12));
    CHECK(order_statistic_bound(100, 0.9, 0.95)->rank == 96);
    CHECK(order_statistic_bound(100, 0.9, 0.95)->attained == Approx(0.9762889173365231).epsilon(1e-12));
    CHECK(order_statistic_bound(14, 0.8, 0.95)->rank == 14);
    CHECK(order_statistic_bound(100'000, 0.5, 0.95)->rank == 50'261);
}
