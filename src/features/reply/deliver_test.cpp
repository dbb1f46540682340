// SPDX-License-Identifier: Apache-2.0
#include "reply/reply_fixture_test.h"

using namespace amends;
using namespace amends::reply;
using namespace amends::reply::testing;
using amends::testing::on_each_engine;
using conversation::Reach;

namespace {

struct Leaving {
    explicit Leaving(sql::Session& session) : desk(session), asked(desk.hears())
    {
        message = desk.replies_to(*asked.case_id)->message_id;
        desk.clock.advance(10s);
    }
    [[nodiscard]] RecipientId copy() const { return desk.copy(message).id; }
    Result<void> record(Handed::Kind kind) { return record_send(desk.ports(), copy(), {.kind = kind}); }

    Desk desk;
    conversation::Message asked;
    MessageId message{};
};

} // namespace

TEST_CASE("of two who want to send a copy only one gets it")
{
    on_each_engine([](sql::Session& session) {
        Leaving leaving(session);
        CHECK(claim_send(leaving.desk.ports(), leaving.copy()));
        CHECK_FALSE(claim_send(leaving.desk.ports(), leaving.copy()));
    });
}

TEST_CASE("a claim whose process died becomes unconfirmed, its owner is asked, and it never leaves again by itself")
{
    on_each_engine([](sql::Session& session) {
        Leaving leaving(session);
        auto& desk = leaving.desk;
        REQUIRE(claim_send(desk.ports(), leaving.copy()));
        CHECK(confirm_nothing_twice(desk.ports(), desk.replies.claimed(desk.clock.now())) == 0);
        CHECK(confirm_nothing_twice(desk.ports(), desk.replies.claimed(Instant::max())) == 1);
        CHECK(confirm_nothing_twice(desk.ports(), desk.replies.claimed(Instant::max())) == 0);

        CHECK(desk.reach(leaving.message) == Reach::unconfirmed);
        desk.clock.advance(48h);
        CHECK_FALSE(claim_send(desk.ports(), leaving.copy()));
        const auto signals = desk.signals.all_standing();
        REQUIRE(signals.size() == 1);
        CHECK(signals[0].detector == "unconfirmed_send");
        CHECK(signals[0].owner_id == aino);
        // The customer may have it in hand: the promise counts.
        CHECK(desk.promises.of_case(*leaving.asked.case_id).size() == 1);
        CHECK(desk.at(*leaving.asked.case_id).waiting_since);
    });
}

TEST_CASE("a claim that ran out while its process lives is asked about as well, and a late yes settles it")
{
    on_each_engine([](sql::Session& session) {
        Leaving leaving(session);
        auto& desk = leaving.desk;
        REQUIRE(claim_send(desk.ports(), leaving.copy()));
        desk.clock.advance(claim_time);
        CHECK(confirm_nothing_twice(desk.ports(), desk.replies.claimed(desk.clock.now())) == 1);

        REQUIRE(leaving.record(Handed::accepted));
        CHECK(desk.reach(leaving.message) == Reach::sent);
        CHECK(desk.signals.all_standing().empty());
        CHECK(desk.promises.of_case(*leaving.asked.case_id).size() == 1);
        REQUIRE(leaving.record(Handed::accepted));
        CHECK(desk.promises.of_case(*leaving.asked.case_id).size() == 1);
    });
}

TEST_CASE("a server that says later is asked again for ever, and after hours a person is told")
{
    on_each_engine([](sql::Session& session) {
        Leaving leaving(session);
        auto& desk = leaving.desk;
        desk.out.answer = {.kind = mail::Handed::later, .reason = "421 busy"};
        int tries = 0;
        for (int minute = 0; minute < 5 * 60; ++minute) {
            tries += desk.deliver();
            CHECK(desk.reach(leaving.message) == Reach::pending);
            desk.clock.advance(1min);
        }
        CHECK(tries > 10);
        CHECK(tries < 40);
        CHECK(desk.signals.all_standing().at(0).detector == "send_delayed");

        desk.out.answer = {.kind = mail::Handed::accepted};
        desk.clock.advance(30min);
        CHECK(desk.deliver() == 1);
        CHECK(desk.signals.all_standing().empty());
        CHECK(desk.reach(leaving.message) == Reach::sent);
    });
}

TEST_CASE("when it is we who could not open a connection, no half minute passes before the next try")
{
    on_each_engine([](sql::Session& session) {
        Leaving leaving(session);
        auto& desk = leaving.desk;
        REQUIRE(claim_send(desk.ports(), leaving.copy()));
        REQUIRE(record_send(desk.ports(), leaving.copy(), {.kind = Handed::later, .reason = "no file", .soon = true}));
        desk.clock.advance(3s);
        CHECK(desk.deliver() == 1);
        CHECK(desk.reach(leaving.message) == Reach::sent);
    });
}

TEST_CASE("when we are not let in, the mail waits: nothing is wrong with it")
{
    on_each_engine([](sql::Session& session) {
        Leaving leaving(session);
        leaving.desk.out.answer = {.kind = mail::Handed::failed, .code = 535, .authentication = true};
        leaving.desk.deliver();
        CHECK(leaving.desk.reach(leaving.message) == Reach::pending);
    });
}

TEST_CASE("what the next server refuses has told nothing: its owner knows, and the former next update is back")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        const auto before = desk.at(*asked.case_id);
        const auto queued = desk.replies_to(*asked.case_id);
        desk.clock.advance(10s);
        desk.out.answer = {.kind = mail::Handed::failed, .reason = "5.1.1 no such user", .code = 550};
        desk.deliver();

        CHECK(desk.reach(queued->message_id) == Reach::failed);
        CHECK(desk.copy(queued->message_id).detail == "5.1.1 no such user");
        CHECK(desk.promises.of_case(*asked.case_id).empty());
        CHECK(desk.at(*asked.case_id).next_update_at == before.next_update_at);
        CHECK(desk.at(*asked.case_id).waiting_since == before.waiting_since);
        CHECK(desk.signals.all_standing().at(0).detector == "send_failed");
    });
}

TEST_CASE("a reply to three goes out three times, and is told once")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        const auto queued = desk.replies_to(
            *asked.case_id,
            {.text = "Hello", .to = {"maria@customer.test", "MARIA@customer.test"}, .cc = {"a@x.test", "b@x.test"}});
        desk.clock.advance(10s);
        CHECK(desk.deliver() == 3);

        CHECK(desk.messages.recipients(queued->message_id).size() == 3);
        CHECK(desk.promises.of_case(*asked.case_id).size() == 1);
        std::set<std::string> froms;
        for (const auto& mail : desk.out.mails) froms.insert(mail.from);
        CHECK(froms.size() == 3);
        // Only the customer has a page.
        for (const auto& mail : desk.out.mails)
            CHECK((mail.bytes.find("/c/") != std::string::npos) == (mail.to == "maria@customer.test"));
    });
}

TEST_CASE("a time that passed while the server was away is not promised any more")
{
    on_each_engine([](sql::Session& session) {
        Leaving leaving(session);
        auto& desk = leaving.desk;
        desk.clock.advance(72h);
        desk.deliver();

        CHECK(desk.out.mails.at(0).bytes.find("hear from us") == std::string::npos);
        CHECK(desk.promises.of_case(*leaving.asked.case_id).empty());
        CHECK(desk.at(*leaving.asked.case_id).next_update_at == noon + 30h); // In sight, as overdue.
    });
}
