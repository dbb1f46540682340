// SPDX-License-Identifier: Apache-2.0
#include "reply/reply_fixture_test.h"

using namespace amends;
using namespace amends::reply;
using namespace amends::reply::testing;
using amends::testing::on_each_engine;
using conversation::Reach;

TEST_CASE("a reply leaves when the undo time is over, and not before")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        const auto queued = desk.replies_to(*asked.case_id);
        REQUIRE(queued);
        CHECK(queued->send_after == noon + 10s);

        desk.clock.advance(9999ms);
        CHECK(desk.deliver() == 0);
        desk.clock.advance(1ms);
        CHECK(desk.deliver() == 1);
        CHECK(desk.reach(queued->message_id) == Reach::sent);
        CHECK(desk.out.mails.at(0).to == "maria@customer.test");
    });
}

TEST_CASE("who answers a queued case has taken it")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        REQUIRE(desk.replies_to(*asked.case_id));

        const auto of = desk.at(*asked.case_id);
        CHECK(of.status == cases::Status::open);
        CHECK(of.owner_id == aino);
        CHECK_FALSE(of.pull_by);
        CHECK(of.next_update_at == noon + 30h);
    });
}

TEST_CASE("what a reply promises is a promise from the moment it has been sent")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        const auto queued = desk.replies_to(*asked.case_id);
        CHECK(desk.promises.of_case(*asked.case_id).empty());
        CHECK(desk.at(*asked.case_id).waiting_since);

        desk.clock.advance(10s);
        desk.deliver();

        const auto promises = desk.promises.of_case(*asked.case_id);
        REQUIRE(promises.size() == 1);
        CHECK(promises[0].told_by == queued->message_id);
        CHECK(promises[0].due_at == noon + 30h);
        CHECK(promises[0].made_by == aino);
        const auto of = desk.at(*asked.case_id);
        CHECK(of.last_told_at == noon + 10s);
        CHECK(of.last_word == cases::LastWord::us);
        CHECK_FALSE(of.waiting_since);
    });
}

TEST_CASE("a reply without words, without a time and with a past one are refused")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        const auto sent = [&](SendReply wish) {
            wish.case_id = *asked.case_id;
            return send_reply(desk.ports(), {aino, "Aino"}, wish);
        };
        CHECK(sent({.text = " \n\t"}).error().code == "reply.text_missing");
        CHECK(sent({.text = "Hello"}).error().code == "reply.next_update_missing");
        CHECK(sent({.text = "Hello", .reason = "  "}).error().code == "reply.next_update_missing");
        CHECK(sent({.text = "Hello", .next_update_at = noon}).error().code == "reply.next_update_in_past");
        CHECK(sent({.text = "Hello", .reason = "She asked for silence"}));
    });
}

TEST_CASE("a draft that has not seen the customer's newest words is held up until it is confirmed")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto first = desk.hears();
        desk.clock.advance(1min);
        const auto second = desk.hears({.text = "It has come!", .answers = first.case_id});

        SendReply wish{.text = "We look", .seen_message = first.id};
        CHECK(desk.replies_to(*first.case_id, wish).error().code == "reply.stale_draft");
        wish.seen_message = MessageId{1};
        CHECK(desk.replies_to(*first.case_id, wish).error().code == "reply.stale_draft");
        wish.seen_message = second.id;
        CHECK(desk.replies_to(*first.case_id, wish));
        wish.seen_message = first.id;
        wish.confirmed_stale = true;
        CHECK(desk.replies_to(*first.case_id, wish));
    });
}

TEST_CASE("an automatic message makes no draft stale")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto first = desk.hears();
        desk.clock.advance(1min);
        (void)desk.hears({.text = "I am on holiday", .automatic = "auto_reply", .answers = first.case_id});

        CHECK(desk.replies_to(*first.case_id, {.text = "We look", .seen_message = first.id}));
    });
}

TEST_CASE("an ended case is not answered")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        REQUIRE(desk.replies_to(*asked.case_id, {.text = "Here it is.", .final = true}));

        CHECK(desk.at(*asked.case_id).status == cases::Status::resolved);
        CHECK(desk.replies_to(*asked.case_id).error().code == "case.not_live");
    });
}

TEST_CASE("nobody is written to who has no address, and never we ourselves")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        for (const auto* const wrong :
             {"", "maria", "a b@c.test", "x@y.test\r\nBcc: z@y.test", "help@lumo.test", "HELP+c.aaa.bbb@lumo.test"}) {
            const auto sent = desk.replies_to(*asked.case_id, {.text = "Hello", .to = {wrong}});
            REQUIRE_FALSE(sent);
            CHECK(sent.error().code == "recipient.invalid");
            CHECK(sent.error().field == "to");
        }
    });
}

TEST_CASE("T38: a file of another's is not attached, and one's own only once")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        desk.messages.add(conversation::Attachment{
            .id = AttachmentId{1}, .handle = "h1", .uploaded_by = UserId{8}, .name = "a", .blob = "b1"});
        desk.messages.add(conversation::Attachment{
            .id = AttachmentId{2}, .handle = "h2", .uploaded_by = aino, .name = "b", .blob = "b2"});

        CHECK(desk.replies_to(*asked.case_id, {.text = "x", .attachments = {AttachmentId{1}}}).error().code ==
              "attachment.not_found");
        CHECK(desk.replies_to(*asked.case_id, {.text = "x", .attachments = {AttachmentId{2}}}));
        CHECK(desk.replies_to(*asked.case_id, {.text = "x", .attachments = {AttachmentId{2}}}).error().code ==
              "attachment.not_found");
    });
}

TEST_CASE("a reply that keeps a promise leaves a second before it is due")
{
    CHECK(leaves_at(noon, 10s, std::nullopt) == noon + 10s);
    CHECK(leaves_at(noon, 10s, noon + 11s) == noon + 10s);
    CHECK(leaves_at(noon, 10s, noon + 10s) == noon + 9s);
    CHECK(leaves_at(noon, 10s, noon + 500ms) == noon);
    CHECK(leaves_at(noon, 10s, noon) == noon + 10s);
    CHECK(leaves_at(noon, 10s, noon - 1h) == noon + 10s);
}

TEST_CASE("a reply in the last seconds keeps the promise before it")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        REQUIRE(desk.replies_to(*asked.case_id));
        desk.clock.advance(10s);
        desk.deliver();
        const auto due = desk.promises.of_case(*asked.case_id).at(0).due_at;

        desk.clock.advance(due - desk.clock.now() - 5s);
        const auto queued = desk.replies_to(*asked.case_id);
        CHECK(queued->send_after == due - 1s);
        desk.clock.advance(4s);
        CHECK(desk.deliver() == 1);

        const auto kept = desk.promises.of_case(*asked.case_id).at(0);
        CHECK(kept.state == promise::State::kept);
        CHECK(kept.ended_at == due - 1s);
        CHECK(desk.promises.of_case(*asked.case_id).at(1).state == promise::State::open);
    });
}

TEST_CASE("what the customer wrote while a reply was under way is still unanswered")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        REQUIRE(desk.replies_to(*asked.case_id));
        desk.clock.advance(5s);
        (void)desk.hears({.text = "And another thing", .answers = asked.case_id});
        desk.clock.advance(5s);
        desk.deliver();

        const auto of = desk.at(*asked.case_id);
        CHECK(of.last_word == cases::LastWord::customer);
        CHECK(of.waiting_since == noon + 5s);
        CHECK(of.last_told_at == noon + 10s);
    });
}
