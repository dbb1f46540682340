// SPDX-License-Identifier: Apache-2.0
#include "app/clock_watch.h"
#include "app/runner.h"
#include "testing/house.h"
#include "timeline/event_log_sql.h"

using namespace amends;
using namespace std::chrono_literals;
using amends::testing::in_each_house;
using amends::testing::TestHouse;

namespace {

constexpr BrandId ours{1};

void put(TestHouse& desk, std::string_view kind, std::int64_t subject, Instant run_at)
{
    const auto session = desk.house.pool.take();
    timeline::AgendaSql(*session, ours, desk.house.ids).put(kind, subject, run_at);
}

int run(TestHouse& desk, const RunJobs& work, Lane lane = Lane::inside)
{
    const auto session = desk.house.pool.take();
    return run_due_jobs(desk.house, *session, lane, work);
}

std::vector<Job> none_together(House&, sql::Session&, BrandId, std::span<const Job> jobs)
{
    return {jobs.begin(), jobs.end()};
}

const RunJobs finishes{.alone = [](House&, sql::Session& session, BrandId brand,
                                   const Job& job) { CHECK(JobTable(session, brand).finish(job)); },
                       .together = none_together};

void set_clock_back(TestHouse& desk, std::chrono::milliseconds by)
{
    desk.clock.advance(-by);
    const auto session = desk.house.pool.take();
    JobTable(*session, ours).catch_up(desk.clock.now(), by);
}

} // namespace

TEST_CASE("jobs that were claimed when the database went away are done as soon as it is back")
{
    in_each_house([](TestHouse& desk) {
        put(desk, "understand", 1, desk.clock.now());
        put(desk, "understand", 2, desk.clock.now());
        const auto session = desk.house.pool.take();
        const RunJobs cut_off{.alone =
                                  [](House&, sql::Session& its, BrandId, const Job&) {
                                      its.script("ALTER TABLE jobs RENAME TO away");
                                      throw Failure("the database is away");
                                  },
                              .together = none_together};
        auto claimed = claim_due(desk.house, *session, Lane::inside);
        CHECK_THROWS(run_claimed(desk.house, *session, claimed, cut_off));
        session->script("ALTER TABLE away RENAME TO jobs");

        CHECK(claimed.front().second.size() == 2);
        run_claimed(desk.house, *session, claimed, finishes);
        CHECK(claimed.empty());
        CHECK(session->value<std::int64_t>("SELECT count(*) FROM jobs") == 0);
    });
}

TEST_CASE("when the clock is set back, work that was due is due, and timers and what waits for an undo are not")
{
    in_each_house([](TestHouse& desk) {
        put(desk, "understand", 1, desk.clock.now());
        put(desk, "promise_due", 2, desk.clock.now());
        put(desk, "send", 3, desk.clock.now() - 3h + 30s);

        set_clock_back(desk, 3h);

        CHECK(run(desk, finishes) == 1);
        CHECK(run(desk, finishes, Lane::outgoing) == 0);
        desk.clock.advance(30s);
        CHECK(run(desk, finishes, Lane::outgoing) == 1);
        desk.clock.advance(3h);
        CHECK(run(desk, finishes) == 1);
    });
}

TEST_CASE("a clock that is set back is seen, and one that runs or jumps forward is none")
{
    const Moment start{};
    ClockWatch watch(testing::some_noon, start);

    CHECK(watch.set_back(testing::some_noon + 1s, start + 1s) == 0s);
    CHECK(watch.set_back(testing::some_noon + 30 * 24h, start + 2s) == 0s);
    CHECK(watch.set_back(testing::some_noon, start + 3s) == 30 * 24h + 1s);
    CHECK(watch.set_back(testing::some_noon + 1s, start + 4s) == 30 * 24h + 1s);
    watch.settled();
    CHECK(watch.set_back(testing::some_noon, start + 5s) == 0s); // By a little: nobody waits long.
}
