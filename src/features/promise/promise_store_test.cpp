// SPDX-License-Identifier: Apache-2.0
#include "promise/break_overdue_promises.h"
#include "promise/fulfil_promise.h"
#include "promise/make_promise.h"
#include "promise/promise_sql.h"
#include "testing/database.h"
#include "timeline/event_log_sql.h"

using namespace amends;
using namespace amends::promise;
using namespace std::chrono_literals;

namespace {

constexpr Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h};
constexpr BrandId brand{1};

struct Fixture {
    explicit Fixture(sql::Session& session) : promises(session, brand), events(session, brand) {}

    [[nodiscard]] PromiseId promised(std::chrono::hours wait) const
    {
        return make_promise(ports, {CaseId{7}, "call back", noon + wait}).value().id;
    }

    [[nodiscard]] std::vector<timeline::Event> happened()
    {
        events.write();
        return events.after(0, 100);
    }

    FixedClock clock{noon};
    Ids ids{clock, 0};
    PromiseSqlStore promises;
    timeline::EventSqlLog events;
    Ports ports{promises, events, ids, clock};
};

} // namespace

TEST_CASE("a promise is found as it was made")
{
    testing::on_each_engine([](sql::Session& session) {
        const Fixture given(session);
        const std::string text = "Soitamme \"huomenna\" – αύριο – فردا";

        const auto made = make_promise(given.ports, {CaseId{7}, text, noon + 1h});

        REQUIRE(made);
        const auto found = given.promises.find(made->id);
        REQUIRE(found);
        CHECK(found->case_id == CaseId{7});
        CHECK(found->text == text);
        CHECK(found->due_at == noon + 1h);
        CHECK(found->state == State::open);
        CHECK_FALSE(found->ended_at);
    });
}

TEST_CASE("another brand does not see our promises")
{
    testing::on_each_engine([](sql::Session& session) {
        const Fixture given(session);

        CHECK_FALSE(PromiseSqlStore(session, BrandId{2}).find(given.promised(1h)));
    });
}

TEST_CASE("of two who change a promise at the same time the second is refused")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        const auto promise = *given.promises.find(given.promised(1h));

        CHECK(given.promises.change(promise, *fulfil(promise, noon)));
        CHECK_FALSE(given.promises.change(promise, broken(promise)));
        CHECK(given.promises.find(promise.id)->state == State::kept);
    });
}

TEST_CASE("open promises past their time come in the order in which they fell due")
{
    testing::on_each_engine([](sql::Session& session) {
        const Fixture given(session);
        const auto [late, early, middle] = std::array{given.promised(3h), given.promised(1h), given.promised(2h)};

        const auto due = given.promises.open_and_due_before(noon + 3h);

        REQUIRE(due.size() == 2);
        CHECK(due[0].id == early);
        CHECK(due[1].id == middle);
        CHECK(given.promises.find(late));
    });
}

TEST_CASE("a promise breaks once, at its due time, however late the timer comes")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        const auto id = given.promised(1h);

        given.clock.advance(1h);
        break_overdue_promises(given.ports);
        CHECK(given.promises.find(id)->state == State::open);
        given.clock.advance(24h);
        break_overdue_promises(given.ports);
        break_overdue_promises(given.ports);

        CHECK(given.promises.find(id)->state == State::broken);
        CHECK(given.promises.find(id)->ended_at == noon + 1h);
        CHECK(given.happened().size() == 2);
    });
}

TEST_CASE("what happens to promises is in the event log, in order and without gaps")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        const auto id = given.promised(1h);
        given.clock.advance(10min);
        REQUIRE(fulfil_promise(given.ports, id));
        CHECK(fulfil_promise(given.ports, PromiseId{1}).error().kind == Refusal::not_found);

        const auto events = given.happened();

        REQUIRE(events.size() == 2);
        CHECK(events[0].seq == 1);
        CHECK(events[0].type == "promise.made");
        CHECK(events[1].seq == 2);
        CHECK(events[1].type == "promise.kept");
        CHECK(events[1].at == noon + 10min);
        CHECK(given.events.after(1, 100).size() == 1);
    });
}
