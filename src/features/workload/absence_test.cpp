// SPDX-License-Identifier: Apache-2.0
#include "workload/absence.h"

#include "brand/brand_sql.h"
#include "platform/calendar/zone.h"
#include "testing/database.h"
#include "timeline/event_log_sql.h"
#include "workload/shifts_channel.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace amends::workload;
using namespace std::chrono_literals;

namespace {

// One who works from Monday to Friday, 9 to 17 in Helsinki.
struct OneWorker final : WorkerStore {
    Worker worker{.id = UserId{7}, .zone = "Europe/Helsinki", .presence = Presence::off};
    OneWorker()
    {
        for (int day = 0; day < 5; ++day) worker.shifts.push_back({day, 540, 1020});
    }
    [[nodiscard]] std::vector<Worker> all() const override { return {worker}; }
    void set(UserId, const ChangeWorker&) override {}
    void be(UserId, Presence, Instant) override {}
};

Instant helsinki(int day, int hour, int minute = 0)
{
    return calendar::to_utc("Europe/Helsinki", {.year = 2026, .month = 6, .day = day, .hour = hour, .minute = minute});
}

struct Given {
    explicit Given(sql::Session& its) : session(its) { workers.worker.presence_since = helsinki(5, 17); }
    [[nodiscard]] AbsencePorts ports() { return {workers, times, brand, agenda, clock}; }
    [[nodiscard]] bool gone_at(Instant at)
    {
        clock.advance(at - clock.now());
        return gone_too_long(ports(), UserId{7});
    }

    sql::Session& session;
    OneWorker workers{};
    ShiftTimes times{};
    FixedClock clock{helsinki(5, 17)}; // A Friday.
    Ids ids{clock, 1};
    brand::BrandSqlStore brand{session, BrandId{1}};
    timeline::AgendaSql agenda{session, BrandId{1}, ids};
};

} // namespace

TEST_CASE("a weekend is no absence, and a shift that is not begun is one")
{
    testing::on_each_engine([](sql::Session& session) {
        Given given(session);

        CHECK_FALSE(given.gone_at(helsinki(7, 12)));     // Sunday.
        CHECK_FALSE(given.gone_at(helsinki(8, 12, 59))); // Monday, an hour short of what is allowed.
        CHECK(given.gone_at(helsinki(8, 13)));
        given.workers.worker.presence = Presence::here;
        CHECK_FALSE(given.gone_at(helsinki(8, 14)));
    });
}

TEST_CASE("whoever is back before is not waited for")
{
    testing::on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto waiting = [&] {
            return session.value<std::int64_t>("SELECT count(*) FROM jobs WHERE kind = 'away_due'");
        };

        mind_absence(given.ports(), UserId{7});
        mind_absence(given.ports(), UserId{7});
        CHECK(waiting() == 1);
        CHECK(session.value<Instant>("SELECT run_at FROM jobs WHERE kind = 'away_due'") == helsinki(8, 13));
        given.workers.worker.presence = Presence::here;
        mind_absence(given.ports(), UserId{7});
        CHECK(waiting() == 0);
    });
}
