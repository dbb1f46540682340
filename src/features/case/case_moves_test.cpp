// SPDX-License-Identifier: Apache-2.0
#include "case/change_case_facts.h"
#include "case/end_case_wait.h"
#include "case/fixture_test.h"
#include "case/hand_over_case.h"
#include "case/mark_case_spam.h"
#include "case/miss_pull.h"
#include "case/put_case_on_wait.h"
#include "case/release_case.h"
#include "case/see_case.h"
#include "case/take_case.h"
#include "case/write_note.h"

using namespace amends;
using namespace amends::cases;
using namespace std::chrono_literals;
using testing::anna;
using testing::bo;
using testing::Desk;
using testing::on_each_engine;

namespace {

struct Held : Desk {
    explicit Held(sql::Session& its_session) : Desk(its_session)
    {
        id = opened().id;
        REQUIRE(take_case(ports, id, anna));
    }
    PutCaseOnWait for_the_partner() { return {id, Side::partner, "Courier", "Tracing", clock.now() + 2h, {}}; }
    std::string code(const Result<Case>& result) { return result ? "done" : result.error().code; }
    [[nodiscard]] Wait open_wait() { return cases.open_wait(id).value(); }

    CaseId id{};
};

// I6: no gap, no overlap, the last one open exactly while the case lives.
void check_waits(Desk& desk, CaseId id)
{
    const auto waits = desk.cases.waits(id);
    for (std::size_t at = 1; at < waits.size(); ++at) CHECK(waits[at - 1].ends_at == waits[at].starts_at);
    CHECK(waits.back().ends_at.has_value() != live(desk.now(id).status));
}

} // namespace

TEST_CASE("who takes a case from the queue owns it, and nobody is reminded to take it any more")
{
    on_each_engine([](sql::Session& session) {
        Desk given(session);
        const auto id = given.opened().id;
        REQUIRE(given.timer(pull_due, id));

        const auto taken = take_case(given.ports, id, anna);

        REQUIRE(taken);
        CHECK(taken->status == Status::open);
        CHECK(given.now(id).owner_id == anna);
        CHECK_FALSE(given.now(id).unread);
        CHECK_FALSE(given.timer(pull_due, id));
        CHECK(given.said("case.taken"));
        check_waits(given, id);
        CHECK(take_case(given.ports, id, anna).error().code == "case.yours_already");
        CHECK(take_case(given.ports, id, testing::gone).error().code == "case.owner_unknown");
        CHECK(take_case(given.ports, CaseId{404}, anna).error().kind == Refusal::not_found);
    });
}

TEST_CASE("what came is no news once its owner has seen it, and nobody else's look takes it away")
{
    on_each_engine([](sql::Session& session) {
        Desk given(session);
        const auto id = given.opened().id;
        REQUIRE(see_case(given.ports, id, anna));
        CHECK(given.now(id).unread); // Nobody's yet.
        REQUIRE(take_case(given.ports, id, anna));
        auto unread = given.now(id);
        unread.unread = true;
        REQUIRE(given.cases.change(given.now(id), unread));

        REQUIRE(see_case(given.ports, id, UserId{999}));
        CHECK(given.now(id).unread);
        const auto seen = see_case(given.ports, id, anna);

        REQUIRE(seen);
        CHECK_FALSE(given.now(id).unread);
        CHECK(given.said("case.seen"));
        CHECK(see_case(given.ports, id, anna)->version == seen->version);
    });
}

TEST_CASE("a released case is back in the queue with a summary and a time to be taken by")
{
    on_each_engine([](sql::Session& session) {
        Held given(session);
        const auto before = given.now(given.id);
        CHECK(given.code(release_case(given.ports, given.id, " \n")) == "hand_over.summary_missing");
        given.clock.advance(1h);

        const auto released = release_case(given.ports, given.id, "She wants a new one.");

        REQUIRE(released);
        CHECK(released->status == Status::queued);
        CHECK_FALSE(released->owner_id);
        CHECK(released->team_id == testing::front);
        CHECK(released->pull_by > given.clock.now());
        CHECK(given.timer(pull_due, given.id) == released->pull_by);
        CHECK(released->waiting_since == before.waiting_since); // I24
        CHECK(released->next_update_at == before.next_update_at);
        CHECK(given.texts.text(given.cases.hand_overs(given.id).at(0).summary) == "She wants a new one.");
        CHECK(given.texts.text(given.cases.notes(given.id).at(0).text_id) == "She wants a new one.");
        CHECK(given.said("case.released"));
        CHECK(given.code(release_case(given.ports, given.id, "Again")) == "case.in_queue_already");
        check_waits(given, given.id);
    });
}

TEST_CASE("a case is handed over to one who can hold it, with a summary")
{
    on_each_engine([](sql::Session& session) {
        Held given(session);
        const auto to = [&](std::optional<UserId> user, std::optional<TeamId> team, std::string words) {
            return given.code(hand_over_case(given.ports, {given.id, user, team, std::move(words),
                                                           HandOverKind::transfer, HandOverReason::absence}));
        };
        CHECK(to(bo, {}, "") == "hand_over.summary_missing");
        CHECK(to({}, {}, "x") == "hand_over.receiver_missing");
        CHECK(to(bo, testing::front, "x") == "hand_over.receiver_missing");
        CHECK(to(testing::gone, {}, "x") == "hand_over.receiver_unknown");
        CHECK(to({}, TeamId{99}, "x") == "hand_over.receiver_unknown");
        CHECK(to(anna, {}, "x") == "hand_over.theirs_already");
        CHECK(given.cases.hand_overs(given.id).empty());

        CHECK(to(bo, {}, "Please") == "done");
        CHECK(given.now(given.id).owner_id == bo);
        CHECK(given.now(given.id).status == Status::open);
        given.clock.advance(1min);
        CHECK(to({}, testing::back_office, "Please") == "done");
        CHECK(given.now(given.id).status == Status::queued);
        CHECK(given.now(given.id).team_id == testing::back_office);
        CHECK(given.timer(pull_due, given.id));
        check_waits(given, given.id);
    });
}

TEST_CASE("waiting on somebody else needs a party, a reason, a review and a next update that are to come")
{
    on_each_engine([](sql::Session& session) {
        Held given(session);
        const auto refused = [&](auto change) {
            auto wish = given.for_the_partner();
            change(wish);
            return given.code(put_case_on_wait(given.ports, wish));
        };
        CHECK(refused([](auto& wish) { wish.waits_on = Side::us; }) == "wait.party_missing");
        CHECK(refused([](auto& wish) { wish.reason = " "; }) == "wait.reason_missing");
        CHECK(refused([](auto& wish) { wish.partner = std::nullopt; }) == "wait.partner_missing");
        CHECK(refused([](auto& wish) { wish.review_at = std::nullopt; }) == "wait.review_missing");
        CHECK(refused([&](auto& wish) { wish.review_at = given.clock.now(); }) == "wait.review_in_past");
        CHECK(refused([&](auto& wish) { wish.next_update_at = given.clock.now(); }) == "wait.next_update_in_past");
        CHECK(given.now(given.id).status == Status::open);

        const auto told = given.now(given.id).next_update_at;
        auto wish = given.for_the_partner();
        wish.next_update_at = *told + 72h;
        REQUIRE(put_case_on_wait(given.ports, wish));

        CHECK(given.now(given.id).next_update_at == told); // A wait makes no told update later.
        CHECK(given.open_wait().partner == "Courier");
        CHECK(given.timer(review_due, given.id) == wish.review_at);
        check_waits(given, given.id);

        given.clock.advance(48h);
        CHECK(refused([&](auto& late) { late.review_at = given.clock.now() + 1h; }) == "wait.next_update_missing");
    });
}

TEST_CASE("a queued case waits for nobody but us")
{
    on_each_engine([](sql::Session& session) {
        Desk given(session);
        const auto id = given.opened().id;

        CHECK(put_case_on_wait(given.ports, {id, Side::customer, {}, "x", given.clock.now() + 1h, {}}).error().code ==
              "case.take_first");
    });
}

TEST_CASE("when the review has come the case is open again, once")
{
    on_each_engine([](sql::Session& session) {
        Held given(session);
        REQUIRE(put_case_on_wait(given.ports, given.for_the_partner()));

        review_wait(given.ports, given.id);
        CHECK(given.now(given.id).status == Status::waiting); // Too early.
        given.clock.advance(2h);
        review_wait(given.ports, given.id);
        const auto back = given.now(given.id);
        review_wait(given.ports, given.id);

        CHECK(back.status == Status::open);
        CHECK(back.unread);
        CHECK(given.now(given.id).version == back.version);
        CHECK(given.open_wait().waits_on == Side::us);
        check_waits(given, given.id);
        CHECK(given.code(end_case_wait(given.ports, given.id)) == "case.not_waiting");
    });
}

TEST_CASE("nobody has taken it in time: said at the time, and not for a case that is taken")
{
    on_each_engine([](sql::Session& session) {
        Desk given(session);
        const auto id = given.opened().id;

        miss_pull(given.ports, id);
        CHECK_FALSE(given.said("case.not_pulled"));
        given.clock.advance(24h);
        miss_pull(given.ports, id);
        CHECK(given.said("case.not_pulled"));

        const auto other = given.opened().id;
        REQUIRE(take_case(given.ports, other, anna));
        given.heard.clear();
        given.clock.advance(24h);
        miss_pull(given.ports, other);
        CHECK_FALSE(given.said("case.not_pulled"));
    });
}

TEST_CASE("spam keeps its clocks: unmarked, it waits on whom it waited on, and what came due fires")
{
    on_each_engine([](sql::Session& session) {
        Held given(session);
        auto wish = given.for_the_partner();
        REQUIRE(put_case_on_wait(given.ports, wish));
        const auto before = given.now(given.id);

        REQUIRE(mark_case_spam(given.ports, given.id));
        CHECK(given.code(mark_case_spam(given.ports, given.id)) == "case.not_live");
        CHECK_FALSE(given.now(given.id).due_at);
        given.clock.advance(30h);
        review_wait(given.ports, given.id);
        CHECK(given.now(given.id).status == Status::spam);
        CHECK_FALSE(given.cases.open_wait(given.id));

        REQUIRE(unmark_case_spam(given.ports, given.id));
        const auto after = given.now(given.id);
        CHECK(after.status == Status::waiting);
        CHECK(after.next_update_at == before.next_update_at);
        CHECK(after.owner_id == anna);
        CHECK(given.open_wait().waits_on == Side::partner);
        CHECK(given.timer(review_due, given.id) == wish.review_at); // In the past: it fires at once.
        review_wait(given.ports, given.id);
        CHECK(given.now(given.id).status == Status::open);
        CHECK(given.code(unmark_case_spam(given.ports, given.id)) == "case.not_spam");
    });
}

TEST_CASE("a queued case marked as spam and back must be taken by the time it had")
{
    on_each_engine([](sql::Session& session) {
        Desk given(session);
        const auto id = given.opened().id;
        const auto pull_by = given.now(id).pull_by;
        REQUIRE(mark_case_spam(given.ports, id));
        given.agenda.strike(pull_due, static_cast<std::int64_t>(id)); // It has fired meanwhile, without effect.

        REQUIRE(unmark_case_spam(given.ports, id));

        CHECK(given.now(id).status == Status::queued);
        CHECK(given.timer(pull_due, id) == pull_by);
        CHECK(given.cases.open_wait(id)->waits_on == Side::us);
    });
}

TEST_CASE("a note has words and an author")
{
    on_each_engine([](sql::Session& session) {
        Held given(session);

        const auto note = write_note(given.ports, given.id, "  Called her.\n");

        REQUIRE(note);
        CHECK(note->author_id == anna);
        CHECK(given.texts.text(note->text_id) == "Called her.");
        CHECK(given.said("note.written"));
        CHECK(write_note(given.ports, given.id, "\n\t ").error().code == "note.text_missing");
        CHECK(write_note(given.ports, CaseId{404}, "x").error().kind == Refusal::not_found);
    });
}

TEST_CASE("facts of a case are corrected within their bounds, and the event tells names, never words")
{
    on_each_engine([](sql::Session& session) {
        Held given(session);
        const auto changed = [&](ChangeCaseFacts wish) {
            return given.code(change_case_facts(given.ports, given.id, wish));
        };
        CHECK(changed({.subject = "  "}) == "case.subject_missing");
        CHECK(changed({.subject = std::string(501, 'x')}) == "case.subject_too_long");
        CHECK(changed({.language = "xx"}) == "case.language_unknown");
        CHECK(changed({.severity_assessed = 4}) == "case.severity_unknown");
        CHECK(changed({.severity_assessed = -1}) == "case.severity_unknown");
        const auto version = given.now(given.id).version;
        CHECK(changed({}) == "done");
        CHECK(given.now(given.id).version == version);

        CHECK(changed({.subject = "Lost\nparcel", .type = Type::complaint, .severity_assessed = 2}) == "done");
        CHECK(given.now(given.id).subject == "Lost parcel");
        CHECK(given.now(given.id).severity_stated == 0);
        const auto payload = given.events.fresh().back().payload;
        CHECK(payload == R"({"subject":true,"type":"complaint","severity_assessed":2})");
    });
}
