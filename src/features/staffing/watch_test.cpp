// SPDX-License-Identifier: Apache-2.0
#include "staffing/watch.h"

#include "staffing/staffing_sql.h"
#include "testing/database.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace amends::staffing;
using namespace std::chrono_literals;

namespace {

constexpr Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1} + 12h};

Measured busy(double share) { return {.occupancy = share, .people = 11}; }

Watch sounding()
{
    Watch watch;
    for (auto after = 0min; after <= 120min; after += 10min) watch = heard(watch, busy(0.93), noon + after);
    return watch;
}

} // namespace

TEST_CASE("the alarm sounds when it has been too much for two hours, and not before")
{
    Watch watch;
    for (auto after = 0min; after < 120min; after += 10min) {
        watch = heard(watch, busy(0.86), noon + after);
        CHECK_FALSE(watch.sounds_since);
    }
    watch = heard(watch, busy(0.86), noon + 120min);
    CHECK(watch.sounds_since == noon + 120min);
    CHECK(heard(watch, busy(0.99), noon + 130min).sounds_since == noon + 120min); // It is still the same one.
}

TEST_CASE("half an hour of calm in between begins the two hours anew")
{
    auto watch = heard({}, busy(0.9), noon);
    watch = heard(watch, busy(0.85), noon + 110min);
    CHECK_FALSE(watch.high_since);
    CHECK_FALSE(heard(watch, busy(0.9), noon + 120min).sounds_since);
}

TEST_CASE("the alarm falls silent below eighty of a hundred, not below eighty-five")
{
    const auto so_far = heard(sounding(), busy(0.84), noon + 130min);
    CHECK(so_far.sounds_since);
    CHECK(heard(so_far, busy(0.80), noon + 140min).sounds_since);
    CHECK_FALSE(heard(so_far, busy(0.79), noon + 140min).sounds_since);
}

TEST_CASE("a night in which nobody is there ends no alarm, and begins none")
{
    const auto night = heard(sounding(), {}, noon + 10h);
    CHECK(night.sounds_since);
    CHECK_FALSE(night.permille);
    CHECK_FALSE(heard(heard({}, busy(0.9), noon), {}, noon + 10h).high_since);
}

TEST_CASE("what was heard is kept, and there is one row of it")
{
    testing::on_each_engine([](sql::Session& session) {
        WatchSqlStore watches(session, BrandId{1});
        CHECK_FALSE(watches.watch());

        watches.put({.high_since = noon, .permille = 931, .people = 11, .heard_at = noon});
        watches.put({.permille = 790, .people = 12, .heard_at = noon + 1h});

        const auto kept = watches.watch().value();
        CHECK_FALSE(kept.high_since);
        CHECK(kept.permille == 790);
        CHECK(session.value<std::int64_t>("SELECT count(*) FROM occupancy_watches") == 1);
    });
}
