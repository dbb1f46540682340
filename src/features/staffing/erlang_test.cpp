// SPDX-License-Identifier: Apache-2.0
#include "staffing/erlang.h"

#include <doctest/doctest.h>

using namespace amends::staffing;
using doctest::Approx;

namespace {

constexpr double exactly = 1e-9;
const Demand overload_day{.contacts_per_hour = 200, .handle_seconds = 180};

} // namespace

TEST_CASE("the shares that are blocked and that wait are those of the tables")
{
    CHECK(erlang_b(10, 5) == Approx(390625.0 / 21247437).epsilon(exactly));
    CHECK(erlang_b(55, 48) == Approx(0.038374280687835945).epsilon(exactly));
    CHECK(erlang_b(0, 5) == 1);
    CHECK(erlang_c(2, 1).value() == Approx(1.0 / 3).epsilon(exactly));
    CHECK(erlang_c(5, 3).value() == Approx(81.0 / 343).epsilon(exactly));
    CHECK(erlang_c(100, 90).value() == Approx(0.21694048090636625).epsilon(exactly));
}

TEST_CASE("on the day of overload fourteen are needed, and eleven are too few")
{
    CHECK(needed(overload_day) == 14);
    const auto eleven = service(11, overload_day).value();
    CHECK(eleven.service_level == Approx(0.38961381172915344).epsilon(exactly));
    CHECK(eleven.mean_wait_seconds == Approx(122.78127684407981).epsilon(exactly));
    CHECK(eleven.occupancy == Approx(10.0 / 11).epsilon(exactly));
    CHECK(service(14, overload_day)->service_level == Approx(0.8883500191794669).epsilon(exactly));
    CHECK(service(13, overload_day)->service_level < 0.8);
}

TEST_CASE("where work comes as fast as it is done nothing is said")
{
    CHECK_FALSE(erlang_c(10, 10));
    CHECK_FALSE(service(10, overload_day));
    CHECK_FALSE(service(0, overload_day));
    CHECK_FALSE(needed({.contacts_per_hour = 1e9, .handle_seconds = 3600}));
}

TEST_CASE("where nothing comes one is enough, and a thousand are still counted right")
{
    CHECK(needed({.contacts_per_hour = 0, .handle_seconds = 180}) == 1);
    CHECK(service(1, {})->service_level == 1);
    const auto many = needed({.contacts_per_hour = 20'000, .handle_seconds = 180}).value();
    CHECK(many > 1000);
    CHECK(many < 1030);
}
