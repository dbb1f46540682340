// SPDX-License-Identifier: Apache-2.0
#include "base/survival.h"

#include <doctest/doctest.h>

using namespace amends;
using doctest::Approx;

namespace {

// Weeks to relapse in leukaemia, with maintenance and without: the data that R's survival calls aml.
const std::vector<Lifetime> maintained{{9, true},  {13, true}, {13, false}, {18, true}, {23, true},  {28, false},
                                       {31, true}, {34, true}, {45, false}, {48, true}, {161, false}};
const std::vector<Lifetime> not_maintained{{5, true},  {5, true},  {8, true},  {8, true},  {12, true}, {16, false},
                                           {23, true}, {27, true}, {30, true}, {33, true}, {43, true}, {45, true}};

} // namespace

TEST_CASE("what still runs counts for as long as it was seen")
{
    const SurvivalCurve curve(maintained);

    CHECK(curve.steps().size() == 7);
    CHECK(curve.beyond(8.9) == 1);
    CHECK(curve.beyond(13) == Approx(0.818181818181818));
    CHECK(curve.beyond(100) == Approx(0.184090909090909));
    CHECK(curve.steps()[3].error == Approx(0.152632331027312));
    CHECK(curve.quantile(0.25) == 18);
    CHECK(curve.quantile(0.5) == 31);
    CHECK_FALSE(curve.quantile(0.9));
}

TEST_CASE("the restricted mean is the area under the curve")
{
    const auto mean = SurvivalCurve(maintained).restricted_mean(30);

    CHECK(mean.time == Approx(24.6022727272727));
    CHECK(mean.error == Approx(2.31314937731913));
}

TEST_CASE("a curve of which all have ended falls to nothing")
{
    const SurvivalCurve curve({{3, true}, {1, true}, {2, true}, {2, true}});

    CHECK(curve.quantile(1) == 3);
    CHECK(curve.quantile(0.75) == 2);
    CHECK(curve.quantile(0.7) == 2);
    CHECK(curve.quantile(0.25) == 1);
    CHECK(curve.restricted_mean(10).time == 2);
}

TEST_CASE("where nothing ended nothing can be said")
{
    CHECK_FALSE(SurvivalCurve({}).quantile(0.1));
    CHECK_FALSE(SurvivalCurve({{4, false}}).quantile(0.1));
    CHECK(SurvivalCurve({{4, false}}).restricted_mean(3).time == 3);
}

TEST_CASE("two groups are compared over all their ends")
{
    const auto answer = log_rank(maintained, not_maintained);

    CHECK(answer.chi_square == Approx(3.3963886989776));
    CHECK(answer.p == Approx(0.0653393220405051));
}
