// SPDX-License-Identifier: Apache-2.0
#include "reply/promise_in_reply.h"

#include "promise/agreed.h"
#include "promise/fulfil_promise.h"
#include "promise/pass_time.h"
#include "reply/reply_fixture_test.h"
#include "reply/tell_of_delay.h"

using namespace amends;
using namespace amends::reply;
using namespace amends::reply::testing;
using amends::testing::on_each_engine;
using promise::Kind;
using promise::State;

namespace {

const promise::Intended refund{.kind = Kind::outcome,
                               .text = "Your refund is on your account.",
                               .due_at = noon + 100h,
                               .basis = promise::Basis::fact,
                               .ground = "The bank has confirmed it."};

SendReply promising(promise::Intended intended)
{
    return {.text = "The bank has confirmed it.", .promises = {std::move(intended)}};
}

promise::Promise outcome_of(Desk& desk, CaseId id)
{
    for (const auto& each : desk.promises.of_case(id))
        if (each.kind != Kind::update) return each;
    FAIL("there is none");
    return {};
}

// A case on which a refund is promised, and told.
CaseId with_a_promise(Desk& desk, const promise::Intended& intended = refund)
{
    const auto id = *desk.hears().case_id;
    REQUIRE(desk.replies_to(id, promising(intended)));
    desk.clock.advance(10s);
    desk.deliver();
    return id;
}

std::string refusal(const auto& result) { return result ? "" : result.error().code + " " + result.error().field; }

} // namespace

TEST_CASE("what a reply promises is written when it has left, with its ground, and is a clock of its case")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = *desk.hears().case_id;
        const auto queued = desk.replies_to(id, promising(refund));
        REQUIRE(queued);
        CHECK(desk.promises.of_case(id).empty());
        desk.clock.advance(10s);
        desk.deliver();

        const auto made = outcome_of(desk, id);
        CHECK(made.told_by == queued->message_id);
        CHECK(made.made_by == aino);
        CHECK(made.keeper_id == aino);
        CHECK(made.basis == promise::Basis::fact);
        CHECK(desk.texts.text(*made.text_id) == refund.text);
        CHECK(desk.texts.text(*made.ground_id) == refund.ground);
        CHECK(desk.at(id).promise_due_at == noon + 100h);
        CHECK(desk.at(id).due_at == noon + 30h); // The next update is nearer.
    });
}

TEST_CASE("what reads like a promise does not leave unasked, and leaves as one or with the word that it is none")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = *desk.hears().case_id;
        const SendReply plain{.text = "We will refund you by Friday."};
        CHECK(refusal(desk.replies_to(id, plain)) == "reply.reads_like_a_promise text");
        CHECK(desk.promises.of_case(id).empty());
        CHECK(desk.jobs("send") == 0);

        auto none = plain;
        none.not_a_promise = true;
        const auto queued = desk.replies_to(id, none);
        REQUIRE(queued);
        CHECK(desk.replies.find(queued->message_id)->not_a_promise);
        auto as_one = plain;
        as_one.promises = {refund};
        CHECK(desk.replies_to(id, as_one));
    });
}

TEST_CASE("the next update answers for words that promise no more than news by then")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = *desk.hears().case_id;
        SendReply news{.text = "You will hear from us by Wednesday.", .next_update_at = noon + 24h};
        CHECK(desk.replies_to(id, news));
        news.next_update_at = noon + 200h;
        CHECK(refusal(desk.replies_to(id, news)) == "reply.reads_like_a_promise text");
    });
}

TEST_CASE("a refusal says which promise of the message has no ground")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = *desk.hears().case_id;
        auto guess = refund;
        guess.basis = std::nullopt;
        guess.ground = "";
        SendReply both{.text = "The bank has confirmed it.", .promises = {refund, guess}};
        CHECK(refusal(desk.replies_to(id, both)) == "promise.history_too_small promises.1.kind");
        desk.dates.known = {.n = 50, .honest_at = noon + 200h};
        CHECK(refusal(desk.replies_to(id, both)) == "promise.earlier_than_history promises.1.ground");
        both.promises[1].ground = "The part lies here.";
        REQUIRE(desk.replies_to(id, both));
        desk.clock.advance(10s);
        desk.deliver();
        const auto made = desk.promises.of_case(id);
        REQUIRE(made.size() == 3);
        CHECK(made[2].basis == promise::Basis::judgement);
        CHECK(made[2].history_n == 50);
        CHECK(made[2].honest_at == noon + 200h);
    });
}

TEST_CASE("a withdrawn reply has promised nothing, and its promises are in the draft again")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = *desk.hears().case_id;
        const auto queued = desk.replies_to(id, promising(refund));
        REQUIRE(withdraw_message(desk.ports(), {aino, "Aino"}, queued->message_id));
        desk.clock.advance(1h);
        desk.deliver();
        CHECK(desk.promises.of_case(id).empty());
        const auto draft = desk.replies.draft(id, aino, DraftKind::reply);
        REQUIRE(draft);
        CHECK(draft->promises.find(R"("text":"Your refund is on your account.")") != std::string::npos);
        CHECK(draft->promises.find(R"("basis":"fact")") != std::string::npos);
    });
}

TEST_CASE("nothing that promises a result ends a case")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = with_a_promise(desk);
        CHECK(refusal(desk.replies_to(id, {.text = "Done.", .final = true})) == "case.promise_open ");
        CHECK(refusal(promise::fulfil_promise(desk.ports().promising, outcome_of(desk, id).id, " ")) ==
              "promise.evidence_missing evidence");
        REQUIRE(promise::fulfil_promise(desk.ports().promising, outcome_of(desk, id).id, "Payment 4711"));
        CHECK(outcome_of(desk, id).state == State::kept);
        CHECK_FALSE(desk.at(id).promise_due_at);
        CHECK(desk.replies_to(id, {.text = "Done.", .final = true}));
    });
}

TEST_CASE("a promise moves by the customer's own word, given after it was made, and by nothing else")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = *desk.hears().case_id;
        const auto before = *desk.messages.newest_inbound(id);
        REQUIRE(desk.replies_to(id, promising(refund)));
        desk.clock.advance(10s);
        desk.deliver();
        const auto made = outcome_of(desk, id);
        const auto move_by = [&](promise::Agreement agreement) {
            return promise::move_promise(desk.ports().promising, {made.id, noon + 200h, std::move(agreement)});
        };
        CHECK(refusal(move_by({})) == "promise.agreement_missing words");
        CHECK(refusal(move_by({.words = "  "})) == "promise.agreement_missing words");
        CHECK(refusal(move_by({.message_id = before.id})) == "promise.words_not_found message_id");
        CHECK(refusal(move_by({.message_id = made.told_by})) == "promise.words_not_found message_id");

        desk.clock.advance(1h);
        const auto agreed = desk.hears({.text = "Next week is fine.", .answers = id});
        const auto moved = move_by({.message_id = agreed.id});
        REQUIRE(moved);
        CHECK(moved->original_due_at == noon + 100h);
        CHECK(desk.promises.find(made.id)->state == State::moved);
        CHECK(desk.promises.find(made.id)->agreed_message == agreed.id);
        CHECK(desk.at(id).promise_due_at == noon + 200h);
    });
}

TEST_CASE("after its time a promise is broken, and no word of anybody moves or releases it")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = with_a_promise(desk);
        const auto made = outcome_of(desk, id);
        desk.clock.advance(100h);
        const auto ports = desk.ports().promising;
        CHECK(refusal(promise::release_promise(ports, made.id, {.words = "Never mind."})) == "promise.already_ended ");
        CHECK(*promise::pass_time(ports, made.id, desk.clock.now()) == promise::Step::break_it);
        CHECK(outcome_of(desk, id).state == State::broken);
        CHECK_FALSE(*promise::pass_time(ports, made.id, desk.clock.now()));
        REQUIRE(promise::fulfil_promise(ports, made.id, "Payment 4711"));
        CHECK(outcome_of(desk, id).state == State::broken);
        CHECK(outcome_of(desk, id).fulfilled_late_at == desk.clock.now());
    });
}

TEST_CASE("the keeper is asked first; when nobody answers the customer is told before it breaks, once")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        session.execute("UPDATE contact_points SET verified_at = 1");
        const auto id = with_a_promise(desk);
        session.execute("UPDATE contact_points SET verified_at = 1");
        const auto made = outcome_of(desk, id);
        const auto ports = desk.ports();
        const auto letters = desk.out.mails.size();
        desk.clock.advance(75h);
        CHECK(*promise::pass_time(ports.promising, made.id, desk.clock.now()) == promise::Step::ask);
        CHECK(desk.promises.find(made.id)->asked_at == desk.clock.now());
        CHECK_FALSE(*promise::pass_time(ports.promising, made.id, desk.clock.now()));
        desk.clock.advance(15h);
        CHECK(*promise::pass_time(ports.promising, made.id, desk.clock.now()) == promise::Step::tell);
        REQUIRE(*tell_of_delay(ports, made.id));
        CHECK_FALSE(desk.promises.find(made.id)->warned_at); // Not before it has left.
        desk.deliver();
        REQUIRE(desk.out.mails.size() == letters + 1);
        CHECK(desk.out.mails.back().bytes.find(refund.text) != std::string::npos);
        CHECK(desk.promises.find(made.id)->warned_at == desk.clock.now());
        CHECK(desk.promises.find(made.id)->state == State::open);
        CHECK_FALSE(*tell_of_delay(ports, made.id));
    });
}

TEST_CASE("whoever says that it will be kept, or keeps it, spares the customer the letter")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = with_a_promise(desk);
        session.execute("UPDATE contact_points SET verified_at = 1");
        const auto made = outcome_of(desk, id);
        const auto ports = desk.ports();
        desk.clock.advance(80h);
        REQUIRE(promise::pass_time(ports.promising, made.id, desk.clock.now()));
        REQUIRE(promise::confirm_promise(ports.promising, made.id));
        desk.clock.advance(15h);
        CHECK_FALSE(*promise::pass_time(ports.promising, made.id, desk.clock.now()));

        REQUIRE(*tell_of_delay(ports, made.id)); // As if it had been queued a moment before the answer.
        REQUIRE(promise::fulfil_promise(ports.promising, made.id, "Payment 4711"));
        const auto letters = desk.out.mails.size();
        desk.deliver();
        CHECK(desk.out.mails.size() == letters);
    });
}

TEST_CASE("a result for which nobody has the time is promised by a lead only, with a reason on record")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = *desk.hears().case_id;
        desk.capacity.enough = false;

        CHECK(refusal(desk.replies_to(id, promising(refund))) == "promise.over_capacity promises.0.due_at");
        CHECK(desk.replies_to(id, {.text = "News on Friday.", .next_update_at = noon + 100h}));
        session.execute("UPDATE memberships SET role = 'lead' WHERE user_id = 7");
        CHECK(desk.replies_to(id, promising(refund)));
        desk.events.write();
        CHECK(session.value<std::int64_t>("SELECT count(*) FROM events WHERE type = 'promise.over_capacity'") == 1);
    });
}

TEST_CASE("a stranger's address gets no letter about promises")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = with_a_promise(desk);
        session.execute("UPDATE contact_points SET verified_at = NULL");
        CHECK_FALSE(*tell_of_delay(desk.ports(), outcome_of(desk, id).id));
    });
}

TEST_CASE("an agent's own letter can say that it will be late: that warns, and moves nothing")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = with_a_promise(desk);
        const auto made = outcome_of(desk, id);
        REQUIRE(desk.replies_to(id, {.text = "It takes longer than we said.", .warns = {made.id}}));
        CHECK(refusal(desk.replies_to(id, {.text = "It takes longer.", .warns = {PromiseId{4711}}})) ==
              "promise.not_found warns");
        desk.clock.advance(10s);
        desk.deliver();
        CHECK(desk.promises.find(made.id)->warned_at == desk.clock.now());
        CHECK(desk.promises.find(made.id)->due_at == made.due_at);
    });
}

TEST_CASE("a letter that leaves when the promise is over already has warned nobody")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = with_a_promise(desk);
        const auto made = outcome_of(desk, id);
        REQUIRE(desk.replies_to(id, {.text = "It takes longer than we said.", .reason = "Later", .warns = {made.id}}));
        desk.clock.advance(101h);
        desk.deliver();
        CHECK_FALSE(desk.promises.find(made.id)->warned_at);
    });
}
