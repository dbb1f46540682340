// SPDX-License-Identifier: Apache-2.0
#include "base/open_axis.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace std::chrono_literals;

namespace {

constexpr Instant start{};
const OpenAxis axis({{.opens = start + 9h, .closes = start + 17h}, {.opens = start + 33h, .closes = start + 41h}});

} // namespace

TEST_CASE("open time stands still while the desk is closed")
{
    CHECK(axis.position(start) == 0h);
    CHECK(axis.position(start + 10h) == 1h);
    CHECK(axis.position(start + 17h) == 8h);
    CHECK(axis.position(start + 20h) == 8h);
    CHECK(axis.position(start + 34h) == 9h);
    CHECK(axis.position(start + 99h) == 16h);
}

TEST_CASE("what fits exactly ends at the closing")
{
    CHECK(axis.instant(0h) == start + 9h);
    CHECK(axis.instant(8h) == start + 17h);
    CHECK(axis.instant(8h + 1ms) == start + 33h + 1ms);
    CHECK(axis.instant(16h) == start + 41h);
}

TEST_CASE("beyond the last interval nothing is known")
{
    CHECK_FALSE(axis.instant(17h));
    CHECK_FALSE(OpenAxis({}).instant(1h));
}
