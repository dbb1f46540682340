// SPDX-License-Identifier: Apache-2.0
#include "app/calc.h"

#include <doctest/doctest.h>

using namespace amends;

TEST_CASE("a formula answers one JSON object")
{
    CHECK(calculated("jalali", R"({"gregorian":"2024-03-20"})") == R"({"jalali":"1403-01-01"})");
    CHECK(calculated("utc_offset", R"({"zone":"Asia/Tehran","date":"2022-07-15"})") == R"({"offset":"+04:30"})");
    CHECK(calculated("utc_offset", R"({"zone":"America/St_Johns","date":"2026-01-15"})") == R"({"offset":"-03:30"})");
    CHECK(calculated("elapsed", R"({"zone":"Europe/Helsinki","start":"2026-10-24T22:00","end":"2026-10-25T08:00"})")
              .value()
              .starts_with(R"({"hours":11)"));
    CHECK(calculated("easter", R"({"year":2024})") == R"({"western":"2024-03-31","orthodox":"2024-05-05"})");
    CHECK(calculated("business_time", R"({"start":"2026-04-02T16:00","zone":"Europe/Helsinki","hours":8,
        "week":{"mon":[["09:00","17:00"]],"tue":[["09:00","17:00"]],"thu":[["09:00","17:00"]],"fri":[["09:00","17:00"]]},
        "holidays":"FI","holiday_sets":{"FI":["2026-04-03","2026-04-06"]}})") == R"({"due":"2026-04-07T13:00:00Z"})");
}

TEST_CASE("what is missing or makes no sense is refused by name")
{
    CHECK(calculated("nothing", "{}").error().code == "calc.group_unknown");
    CHECK_FALSE(calculated("jalali", "{"));
    CHECK_FALSE(calculated("jalali", "{}"));
    CHECK_FALSE(calculated("jalali", R"({"gregorian":"soon"})"));
    CHECK_FALSE(
        calculated("elapsed", R"({"zone":"Mars/Olympus","start":"2026-10-24T22:00","end":"2026-10-25T08:00"})"));
    CHECK_FALSE(calculated("elapsed", R"({"zone":"UTC","start":"2026-10-24","end":"2026-10-25T08:00"})"));
}
