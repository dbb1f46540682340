// SPDX-License-Identifier: Apache-2.0
#include "base/ids.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace std::chrono_literals;

namespace {
enum class TestId : std::int64_t {};
}

TEST_CASE("ids grow within a millisecond, over time and when the clock steps back")
{
    FixedClock clock{Instant{std::chrono::sys_days{std::chrono::year{2095} / 1 / 1}}};
    Ids ids(clock, 63);
    auto last = ids.next<TestId>();
    for (int count = 0; count < 1000; ++count) {
        if (count % 100 == 0) clock.advance(count % 200 == 0 ? 1ms : -1h);
        const auto next = ids.next<TestId>();
        REQUIRE(next > last);
        last = next;
    }
    CHECK(static_cast<std::int64_t>(last) < std::int64_t{1} << 53);
}
