// SPDX-License-Identifier: Apache-2.0
#include "estimate/replay.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace amends;
using namespace amends::estimate;
using namespace std::chrono_literals;

namespace {

struct Utc final : LocalClock {
    [[nodiscard]] LocalTime local(Instant at) const override
    {
        const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(at));
        return {.year = static_cast<int>(date.year()),
                .month = static_cast<int>(static_cast<unsigned>(date.month())),
                .day = static_cast<int>(static_cast<unsigned>(date.day()))};
    }
    [[nodiscard]] Instant instant(const LocalTime&) const override { return {}; }
};

constexpr Instant start{std::chrono::sys_days(std::chrono::year(2026) / 1 / 1)};
const OpenAxis always({{.opens = start, .closes = start + std::chrono::days{2'000}}});

// Eight cases a day whose lengths no topic, day or weekday explains.
std::vector<PastCase> history(int days)
{
    std::vector<PastCase> cases;
    double chance = 0.5;
    for (int number = 0; number < days * 8; ++number) {
        chance = std::fmod(chance + 0.6180339887, 1.0);
        const Instant at = start + number * 3h;
        const auto minutes = static_cast<std::int64_t>(1'000 * -std::log(1 - chance));
        cases.push_back({.segment = {.topic = "parcels", .type = "question"},
                         .started_at = at,
                         .ended_at = at + std::chrono::minutes(minutes)});
    }
    return cases;
}

} // namespace

TEST_CASE("the first 120 days are for learning")
{
    const Utc utc;

    CHECK(replay({}, always, utc).n == 0);
    CHECK(replay(history(100), always, utc).n == 0);
    CHECK_FALSE(replay(history(100), always, utc).kept_80);
    CHECK(replay(history(150), always, utc).n == 240);
}

TEST_CASE("in a steady history dates are kept as often as they say, and are no longer than they need be")
{
    const Utc utc;
    const auto answer = replay(history(500), always, utc);

    CHECK(answer.promised == answer.n);
    CHECK(answer.refused == 0);
    CHECK(answer.kept_80.value() == doctest::Approx(0.805).epsilon(0.02));
    CHECK(answer.kept_90.value() == doctest::Approx(0.905).epsilon(0.02));
    CHECK(answer.median_80_hours.value() == doctest::Approx(-1'000 * std::log(0.2) / 60).epsilon(0.1));
}

TEST_CASE("what nobody ended is not kept, and what is not due yet does not count")
{
    const Utc utc;
    auto cases = history(300);
    for (auto& each : cases)
        if (each.started_at > start + std::chrono::days{290}) each.ended_at.reset();

    CHECK(replay(cases, always, utc).kept_80.value() < replay(history(290), always, utc).kept_80.value());
}

TEST_CASE("a type of which there is no history is refused")
{
    const Utc utc;
    auto cases = history(200);
    cases.back().segment.type = "complaint";

    CHECK(replay(cases, always, utc).refused == 1);
}
