// SPDX-License-Identifier: Apache-2.0
#include "testing/database.h"
#include "timeline/event_log_sql.h"

using namespace amends;
using namespace amends::timeline;
using namespace std::chrono_literals;

namespace {

constexpr BrandId brand{1};
constexpr BrandId other_brand{2};

struct Fixture {
    explicit Fixture(sql::Session& session) : log(session, brand, clock, {Actor::user, 42}) {}

    void happen(int times)
    {
        for (int count = 0; count < times; ++count) log.append("case.taken", about(CaseId{7}), R"({"owner":42})");
        log.write();
    }

    FixedClock clock{Instant{1'790'000'000'000ms}};
    EventSqlLog log;
};

} // namespace

TEST_CASE("events are numbered without gaps, and know who did what to which case")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        given.happen(2);
        given.happen(1);

        const auto events = given.log.after(0, 100);

        REQUIRE(events.size() == 3);
        CHECK(events[2].seq == 3);
        CHECK(events[0].type == "case.taken");
        CHECK(events[0].actor_kind == Actor::user);
        CHECK(events[0].actor == 42);
        CHECK(events[0].case_id == CaseId{7});
        CHECK(given.log.of_case(CaseId{7}, 2).front().seq == 2);
        CHECK(given.log.of_case(CaseId{8}, 9).empty());
    });
}

TEST_CASE("a transaction that is taken back leaves neither an event nor a number")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        given.happen(1);
        {
            const sql::Transaction abandoned(session);
            given.happen(5);
        }
        given.happen(1);

        CHECK(given.log.after(0, 100).back().seq == 2);
        CHECK_FALSE(given.log.first_broken_link());
    });
}

TEST_CASE("the chain notices an event that was changed, added or taken away")
{
    testing::on_each_engine([](sql::Session& session) {
        for (const auto* const tampering :
             {"UPDATE events SET payload = '{}' WHERE seq = 3", "UPDATE events SET at = at + 1 WHERE seq = 3",
              "UPDATE events SET actor = 1 WHERE seq = 3", "UPDATE events SET case_id = NULL WHERE seq = 3",
              "DELETE FROM events WHERE seq = 3", "DELETE FROM events WHERE seq = 5"}) {
            INFO(tampering);
            session.execute("DELETE FROM events");
            session.execute("UPDATE brands SET last_event = 0, last_hash = NULL");
            Fixture given(session);
            given.happen(5);
            CHECK_FALSE(given.log.first_broken_link());

            session.execute(tampering);

            CHECK(given.log.first_broken_link());
        }
    });
}

TEST_CASE("another brand has a log and a chain of its own")
{
    testing::on_each_engine([](sql::Session& session) {
        session.execute("INSERT INTO brands (id) VALUES (2)");
        Fixture given(session);
        given.happen(3);
        EventSqlLog others(session, other_brand, given.clock, {});
        others.append("case.taken", about(CaseId{1}));
        others.write();

        CHECK(others.after(0, 10).size() == 1);
        CHECK(others.after(0, 10)[0].seq == 1);
        CHECK_FALSE(others.first_broken_link());
    });
}

TEST_CASE("what is put on the agenda again is moved, not doubled, and what is struck is gone")
{
    testing::on_each_engine([](sql::Session& session) {
        FixedClock clock{Instant{1'790'000'000'000ms}};
        Ids ids{clock, 0};
        AgendaSql agenda(session, brand, ids);
        const auto entries = [&] { return session.query("SELECT run_at FROM jobs WHERE brand_id = 1"); };

        agenda.put("promise_due", 7, clock.now());
        agenda.put("promise_due", 7, clock.now() + 1h);
        agenda.put("promise_due", 7, clock.now(), "another");
        CHECK(entries().size() == 2);
        agenda.strike("promise_due", 7, "another");

        REQUIRE(entries().size() == 1);
        CHECK(std::get<std::int64_t>(entries()[0][0]) == (clock.now() + 1h).time_since_epoch().count());
    });
}
