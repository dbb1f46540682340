// SPDX-License-Identifier: Apache-2.0
#include "app/promise_replay.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sstream>

using namespace amends;

namespace {

std::string refused_field(const std::string& lines)
{
    std::istringstream history(lines);
    return replayed("24x7", history).error().field;
}

// A case every eight hours, each ended after four.
std::string year()
{
    std::string lines;
    for (int number = 0; number < 1'095; ++number) {
        const std::int64_t at = 1'767'225'600'000 + number * 28'800'000LL;
        lines += fmt::format(R"({{"id":{},"started_at":{},"ended_at":{},"topic":"a","type":"b"}})"
                             "\n",
                             number, at, at + 14'400'000);
    }
    return lines;
}

} // namespace

TEST_CASE("a history is answered by one JSON object")
{
    std::istringstream history(year());

    CHECK(replayed("24x7", history) ==
          R"({"n":735,"promised":735,"kept_80":1,"kept_90":1,"median_80_hours":4,"refused":0})");
}

TEST_CASE("an empty history keeps nothing")
{
    std::istringstream nothing("\n");

    CHECK(replayed("weekday_9_17_helsinki", nothing) ==
          R"({"n":0,"promised":0,"kept_80":null,"kept_90":null,"median_80_hours":null,"refused":0})");
}

TEST_CASE("times are read with and without offset")
{
    std::istringstream history(
        R"({"id":"a","started_at":"2026-01-01T10:00:00+02:00","ended_at":null,"topic":null,"type":"b"}
{"id":"b","started_at":"2026-01-01T09:00:00.250Z","ended_at":"2026-05-02","topic":"a","type":"b"}
{"id":"c","started_at":"2026-06-01T09:00","ended_at":"2026-06-01 10:00:00","topic":"a","type":"b"})");

    CHECK(replayed("24x7", history).value().starts_with(R"({"n":1,"promised":0,)"));
}

TEST_CASE("a line that makes no sense is refused by its number and field")
{
    CHECK(refused_field("{") == "1");
    CHECK(refused_field(R"({"ended_at":null})") == "1.started_at");
    CHECK(refused_field("\n"
                        R"({"started_at":"2026-01-01T10:00:00Z"})") == "2.ended_at");
    CHECK(refused_field(R"({"started_at":"yesterday","ended_at":null})") == "1.started_at");
    CHECK(refused_field(R"({"started_at":"2026-02-30","ended_at":null})") == "1.started_at");
    CHECK(refused_field(R"({"started_at":"2026-01-02","ended_at":"2026-01-01"})") == "1.ended_at");
    CHECK(refused_field(R"({"started_at":"2026-01-02","ended_at":null,"topic":7})") == "1.topic");

    std::istringstream history;
    CHECK(replayed("lunar", history).error().field == "calendar");
}
