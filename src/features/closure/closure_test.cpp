// SPDX-License-Identifier: Apache-2.0
#include "case/fixture_test.h"
#include "case/mark_case_spam.h"
#include "case/take_case.h"
#include "closure/close_case.h"
#include "closure/customer_says.h"
#include "closure/reopen_case.h"
#include "promise/promise_sql.h"
#include "promise/resume_promises.h"
#include "promise/tell_next_update.h"

using namespace amends;
using namespace amends::closure;
using namespace std::chrono_literals;
using cases::Status;
using testing::on_each_engine;

namespace {

struct Given : testing::Desk {
    explicit Given(sql::Session& its_session) : Desk(its_session)
    {
        id = opened().id;
        REQUIRE(cases::take_case(ports, id, testing::anna));
    }

    PromiseId promised(promise::Kind kind, Instant due)
    {
        const promise::Promise made{.id = ids.next<PromiseId>(),
                                    .case_id = id,
                                    .kind = kind,
                                    .side = promise::Side::us,
                                    .made_at = clock.now(),
                                    .due_at = due,
                                    .original_due_at = due,
                                    .basis = promise::Basis::own_word};
        promises.add(made);
        return made.id;
    }
    std::string code(const Result<cases::Case>& result) { return result ? "done" : result.error().code; }
    Status status() { return now(id).status; }

    promise::PromiseSqlStore promises{session, testing::brand_one};
    Ports ending{ports, {ports, promises}};
    CaseId id{};
};

} // namespace

TEST_CASE("a case is resolved in words, settles for a week and is closed when nobody objects")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        CHECK(given.code(resolve_case(given.ending, given.id, " \n")) == "closure.resolution_missing");

        const auto resolved = resolve_case(given.ending, given.id, "A new one is on its way.");

        REQUIRE(resolved);
        CHECK(given.texts.text(*resolved->resolution) == "A new one is on its way.");
        CHECK(resolved->settles_at == given.clock.now() + 7 * 24h);
        CHECK(given.timer(cases::settle_due, given.id) == resolved->settles_at);
        CHECK_FALSE(given.cases.open_wait(given.id));
        CHECK(given.code(resolve_case(given.ending, given.id, "Again")) == "case.not_live");
        settle_case(given.ending, given.id);
        CHECK(given.status() == Status::resolved); // Too early.
        given.clock.advance(7 * 24h);
        settle_case(given.ending, given.id);
        CHECK(given.status() == Status::closed);
        CHECK(given.now(given.id).confirmed_by == cases::ConfirmedBy::window);
        CHECK(given.said("case.closed"));
        const auto version = given.now(given.id).version;
        settle_case(given.ending, given.id);
        CHECK(given.now(given.id).version == version);
    });
}

TEST_CASE("what we promised to do blocks the end; promised news and what is kept or broken do not")
{
    for (const auto kind : {promise::Kind::outcome, promise::Kind::appointment})
        on_each_engine([kind](sql::Session& session) {
            Given given(session);
            given.promised(promise::Kind::update, given.clock.now() + 24h);
            const auto due = given.promised(kind, given.clock.now() + 1h);

            CHECK(given.code(resolve_case(given.ending, given.id, "Done")) == "closure.promise_open");
            CHECK(given.code(customer_says_solved(given.ending, given.id)) == "closure.promise_open");
            CHECK(given.status() == Status::open);

            const auto promise = *given.promises.find(due);
            REQUIRE(given.promises.change(promise, promise::broken(promise)));
            CHECK(given.code(resolve_case(given.ending, given.id, "Done")) == "done");
        });
}

TEST_CASE("only a resolved case is closed")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);

        CHECK(given.code(close_case(given.ending, given.id, cases::ConfirmedBy::customer)) == "case.not_resolved");
        REQUIRE(resolve_case(given.ending, given.id, "Done"));
        CHECK(given.code(close_case(given.ending, given.id, cases::ConfirmedBy::customer)) == "done");
        CHECK_FALSE(given.timer(cases::settle_due, given.id));
    });
}

TEST_CASE("a reopened case is with whoever had it, waits on us and owes a next update")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        CHECK(given.code(reopen_case(given.ending, given.id)) == "case.not_ended");
        REQUIRE(resolve_case(given.ending, given.id, "Done"));
        given.clock.advance(48h);

        const auto back = reopen_case(given.ending, given.id);

        REQUIRE(back);
        CHECK(back->status == Status::open);
        CHECK(back->owner_id == testing::anna);
        CHECK(back->next_update_at > given.clock.now());
        CHECK_FALSE(back->settles_at);
        CHECK_FALSE(given.timer(cases::settle_due, given.id));
        CHECK(given.cases.open_wait(given.id)->waits_on == cases::Side::us);
        CHECK(given.said("case.reopened"));
    });
}

TEST_CASE("the customer's word closes the case and releases promised news")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto news = given.promised(promise::Kind::update, given.clock.now() + 24h);

        REQUIRE(customer_says_solved(given.ending, given.id));

        CHECK(given.status() == Status::closed);
        CHECK(given.now(given.id).confirmed_by == cases::ConfirmedBy::customer);
        CHECK(given.promises.find(news)->state == promise::State::released);
        CHECK_FALSE(given.cases.open_wait(given.id));
        const auto version = given.now(given.id).version;
        REQUIRE(customer_says_solved(given.ending, given.id)); // Twice is once.
        CHECK(given.now(given.id).version == version);
    });
}

TEST_CASE("news that was promised and is late stays broken, whatever the customer says")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto news = given.promised(promise::Kind::update, given.clock.now() + 1h);
        given.clock.advance(2h);

        REQUIRE(customer_says_solved(given.ending, given.id));

        CHECK(given.promises.find(news)->state != promise::State::released);
    });
}

TEST_CASE("a case that nobody has taken is solved by the customer's word too, and asks nobody to take it")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto queued = given.opened().id;

        REQUIRE(customer_says_solved(given.ending, queued));

        CHECK(given.now(queued).status == Status::closed);
        CHECK_FALSE(given.timer(cases::pull_due, queued));
        REQUIRE(customer_says_unsolved(given.ending, queued));
        CHECK(given.now(queued).status == Status::queued);
        CHECK(given.timer(cases::pull_due, queued));
    });
}

TEST_CASE("it is not solved: the case is back while it may come back")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        REQUIRE(customer_says_unsolved(given.ending, given.id)); // It lives: nothing to do.
        REQUIRE(customer_says_solved(given.ending, given.id));
        given.clock.advance(30 * 24h);
        REQUIRE(customer_says_unsolved(given.ending, given.id));
        CHECK(given.status() == Status::open);
        CHECK(given.now(given.id).last_word == cases::LastWord::customer);

        REQUIRE(customer_says_solved(given.ending, given.id));
        given.clock.advance(30 * 24h + 1ms);
        CHECK(given.code(customer_says_unsolved(given.ending, given.id)) == "portal.link_ended");
    });
}

TEST_CASE("spam is neither solved nor reopened by its sender")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        REQUIRE(cases::mark_case_spam(given.ports, given.id));

        CHECK(given.code(customer_says_solved(given.ending, given.id)) == "case.not_resolved");
        CHECK_FALSE(customer_says_unsolved(given.ending, given.id));
        CHECK(given.status() == Status::spam);
    });
}

TEST_CASE("when a case is no spam after all, what was promised on it has its timers again, late ones too")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto late = given.promised(promise::Kind::update, given.clock.now() + 1h);
        const auto kept = given.promised(promise::Kind::update, given.clock.now() + 2h);
        const auto before = *given.promises.find(kept);
        REQUIRE(given.promises.change(before, *promise::fulfil(before, given.clock.now())));
        given.clock.advance(3h);

        promise::resume_promises(given.ending.promising, given.id);

        CHECK(given.timer(promise::promise_due, static_cast<CaseId>(late)) == given.clock.now() - 2h);
        CHECK_FALSE(given.timer(promise::promise_due, static_cast<CaseId>(kept)));
    });
}
