// SPDX-License-Identifier: Apache-2.0
#include "reply/decide_recipient.h"
#include "reply/hear_report.h"
#include "reply/reply_fixture_test.h"

using namespace amends;
using namespace amends::reply;
using namespace amends::reply::testing;
using amends::testing::on_each_engine;
using conversation::Reach;

namespace {

// A reply to Maria and, in copy, to Otto, that has left.
struct Sent {
    explicit Sent(sql::Session& session) : desk(session), asked(desk.hears()), before(desk.at(*asked.case_id))
    {
        message = desk.replies_to(before.id, {.text = "Hello", .cc = {"otto@x.test"}})->message_id;
        desk.clock.advance(10s);
        desk.deliver();
    }
    Heard hears(std::size_t copy, const std::string& action, const std::string& status = "")
    {
        const auto heard =
            hear_report(desk.ports(), {.came_to = desk.out.mails.at(copy).from, .status = status, .action = action});
        REQUIRE(heard);
        return *heard;
    }

    Desk desk;
    conversation::Message asked;
    cases::Case before;
    MessageId message{};
};

} // namespace

TEST_CASE("a bounce marks the very copy, and tells the owner")
{
    on_each_engine([](sql::Session& session) {
        Sent sent(session);
        const auto heard = sent.hears(1, "failed", "5.1.1");

        CHECK(heard.recipient_id == sent.desk.copy(sent.message, 1).id);
        CHECK(sent.desk.reach(sent.message, 0) == Reach::sent);
        CHECK(sent.desk.reach(sent.message, 1) == Reach::bounced);
        CHECK(sent.desk.copy(sent.message, 1).detail == "5.1.1");
        const auto signals = sent.desk.signals.all_standing();
        REQUIRE(signals.size() == 1);
        CHECK(signals[0].detector == "told_message_bounced");
        CHECK(signals[0].owner_id == aino);
        // Maria has it: the promise stands.
        CHECK(sent.desk.at(sent.before.id).next_update_at == noon + 30h);
    });
}

TEST_CASE("what bounced for everybody was not told: the clocks go on as before")
{
    on_each_engine([](sql::Session& session) {
        Sent sent(session);
        sent.hears(0, "failed");
        sent.hears(1, "");

        const auto of = sent.desk.at(sent.before.id);
        CHECK(of.next_update_at == sent.before.next_update_at);
        CHECK(of.waiting_since == sent.before.waiting_since);
        CHECK(of.last_told_at == sent.before.last_told_at);
        CHECK(of.last_word == cases::LastWord::customer);
        CHECK(sent.desk.promises.of_case(of.id).size() == 1); // A promise is never deleted.
    });
}

TEST_CASE("a later answer stands when an earlier one bounces for everybody")
{
    on_each_engine([](sql::Session& session) {
        Sent sent(session);
        REQUIRE(sent.desk.replies_to(sent.before.id, {.text = "More", .next_update_at = noon + 48h}));
        sent.desk.clock.advance(10s);
        sent.desk.deliver();
        sent.hears(0, "failed");
        sent.hears(1, "failed");

        const auto of = sent.desk.at(sent.before.id);
        CHECK(of.next_update_at == noon + 48h);
        CHECK(of.last_told_at == noon + 20s);
        CHECK_FALSE(of.waiting_since);
    });
}

TEST_CASE("reports come late, twice and out of order: a later state is never undone")
{
    on_each_engine([](sql::Session& session) {
        Sent sent(session);
        CHECK(sent.hears(0, "delivered").reach == Reach::delivered);
        CHECK_FALSE(sent.hears(0, "relayed").reach);
        CHECK_FALSE(sent.hears(0, "delivered").reach);
        CHECK_FALSE(sent.hears(0, "delayed", "4.4.1").reach);
        CHECK(sent.desk.reach(sent.message, 0) == Reach::delivered);
        CHECK(sent.hears(0, "failed").reach == Reach::bounced);
        CHECK_FALSE(sent.hears(0, "failed").reach);
        CHECK_FALSE(sent.hears(0, "delivered").reach);
        CHECK(sent.desk.reach(sent.message, 0) == Reach::bounced);
        CHECK(sent.desk.signals.all_standing().size() == 1);
    });
}

TEST_CASE("a report that nobody can read marks nothing, and a person is told")
{
    on_each_engine([](sql::Session& session) {
        Sent sent(session);
        CHECK_FALSE(sent.hears(0, "unclear").reach);
        CHECK(sent.desk.reach(sent.message, 0) == Reach::sent);
        CHECK(sent.desk.signals.all_standing().size() == 1);
    });
}

TEST_CASE("a report finds its copy by envelope id or by the mail's own id as well")
{
    on_each_engine([](sql::Session& session) {
        Sent sent(session);
        const auto& ports = sent.desk.ports();
        const auto by_envelope =
            hear_report(ports, {.action = "delivered", .envelope_id = sent.desk.out.mails.at(0).envelope_id});
        CHECK(by_envelope->reach == Reach::delivered);
        const auto by_id = hear_report(ports, {.came_to = "help@lumo.test",
                                               .action = "delivered",
                                               .original_message_id = sent.desk.copy(sent.message, 1).provider_ref});
        CHECK(by_id->recipient_id == sent.desk.copy(sent.message, 1).id);
        CHECK(by_id->reach == Reach::delivered);
    });
}

TEST_CASE("T13: nobody makes a copy bounce without its token")
{
    on_each_engine([](sql::Session& session) {
        Sent sent(session);
        auto token = sent.desk.out.mails.at(0).from;
        token[token.find('@') - 1] = token[token.find('@') - 1] == 'a' ? 'b' : 'a';
        for (const auto& forged : {std::string(), std::string("help@lumo.test"), token,
                                   std::string("help+b.aaa.aaaaaaaaaaaaaaaaaaaaaaaaaa@lumo.test")}) {
            const auto heard = hear_report(sent.desk.ports(),
                                           {.came_to = forged, .recipient = "maria@customer.test", .action = "failed"});
            CHECK_FALSE(heard->recipient_id);
        }
        CHECK(sent.desk.reach(sent.message, 0) == Reach::sent);
    });
}

TEST_CASE("a bounce that overtakes the server's yes is not undone by it")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        const auto message = desk.replies_to(*asked.case_id)->message_id;
        desk.clock.advance(10s);
        const auto letter = claim_send(desk.ports(), desk.copy(message).id);
        REQUIRE(letter);
        CHECK(hear_report(desk.ports(), {.came_to = letter->envelope_from, .action = "failed"})->reach ==
              Reach::bounced);
        REQUIRE(record_send(desk.ports(), letter->recipient_id, {.kind = Handed::accepted}));

        CHECK(desk.reach(message) == Reach::bounced);
        CHECK(desk.promises.of_case(*asked.case_id).empty());
        CHECK(desk.at(*asked.case_id).waiting_since == noon);
    });
}

TEST_CASE("words of a stranger's server are cut and cleaned before they are stored")
{
    on_each_engine([](sql::Session& session) {
        Sent sent(session);
        std::string words = "no\r\nsuch\tuser ";
        for (int letter = 0; letter < 400; ++letter) words += "ä";
        REQUIRE(hear_report(sent.desk.ports(),
                            {.came_to = sent.desk.out.mails.at(0).from, .status = "5.1.1", .diagnostic = words}));
        const auto detail = sent.desk.copy(sent.message, 0).detail;
        CHECK(detail.starts_with("5.1.1 no  such user ä"));
        CHECK(detail.size() <= 300);
        CHECK(detail.ends_with("ä"));
    });
}

namespace {

// A reply that left, if it left: the process died.
struct Unknown {
    explicit Unknown(sql::Session& session) : desk(session), asked(desk.hears())
    {
        message = desk.replies_to(*asked.case_id)->message_id;
        desk.clock.advance(10s);
        REQUIRE(claim_send(desk.ports(), desk.copy(message).id));
        confirm_nothing_twice(desk.ports(), desk.replies.claimed(Instant::max()));
        session.execute("DELETE FROM jobs WHERE kind = 'send'");
        desk.clock.advance(1h);
    }
    Result<void> decided(Decision decision)
    {
        return decide_recipient(desk.ports(), {message, desk.copy(message).id, decision});
    }

    Desk desk;
    conversation::Message asked;
    MessageId message{};
};

} // namespace

TEST_CASE("a report settles what nobody knew")
{
    on_each_engine([](sql::Session& session) {
        Unknown unknown(session);
        auto& desk = unknown.desk;
        const auto tag = desk.copy(unknown.message).tag;
        REQUIRE(hear_report(desk.ports(), {.envelope_id = conversation::bounce_token(unknown.message, tag)}));
        CHECK(desk.reach(unknown.message) == Reach::bounced);
        CHECK(desk.signals.all_standing().size() == 1);
        CHECK(desk.signals.all_standing()[0].detector == "told_message_bounced");
    });
}

TEST_CASE("the owner says that it was sent: it was sent when it was handed over")
{
    on_each_engine([](sql::Session& session) {
        Unknown unknown(session);
        REQUIRE(unknown.decided(Decision::sent));

        const auto of = unknown.desk.at(*unknown.asked.case_id);
        CHECK(unknown.desk.reach(unknown.message) == Reach::sent);
        CHECK(of.last_told_at == noon + 10s);
        CHECK(unknown.desk.promises.of_case(of.id).size() == 1);
        CHECK(unknown.desk.signals.all_standing().empty());
        CHECK(unknown.decided(Decision::send_again).error().code == "recipient.decided_already");
    });
}

TEST_CASE("the owner has it sent again: it leaves once more, and is told once")
{
    on_each_engine([](sql::Session& session) {
        Unknown unknown(session);
        REQUIRE(unknown.decided(Decision::send_again));
        CHECK(unknown.decided(Decision::send_again).error().code == "recipient.decided_already");
        CHECK(unknown.desk.deliver() == 1);
        CHECK(unknown.desk.deliver() == 0);
        CHECK(unknown.desk.reach(unknown.message) == Reach::sent);
        CHECK(unknown.desk.promises.of_case(*unknown.asked.case_id).size() == 1);
    });
}

TEST_CASE("the owner says that it failed: nothing was told; sent again later, it is told after all")
{
    on_each_engine([](sql::Session& session) {
        Unknown unknown(session);
        const auto id = *unknown.asked.case_id;
        REQUIRE(unknown.decided(Decision::failed));
        CHECK(unknown.desk.at(id).next_update_at != noon + 30h);
        CHECK(unknown.decided(Decision::sent).error().code == "recipient.decided_already");

        REQUIRE(unknown.decided(Decision::send_again));
        CHECK(unknown.desk.deliver() == 1);
        CHECK(unknown.desk.at(id).next_update_at == noon + 30h);
        CHECK(unknown.desk.promises.of_case(id).size() == 1);
    });
}

TEST_CASE("nothing is decided about a copy of another message, or one that is known")
{
    on_each_engine([](sql::Session& session) {
        Unknown unknown(session);
        const auto copy = unknown.desk.copy(unknown.message).id;
        CHECK(decide_recipient(unknown.desk.ports(), {unknown.asked.id, copy, Decision::sent}).error().code ==
              "recipient.not_found");
        REQUIRE(unknown.decided(Decision::sent));
        for (const auto decision : {Decision::sent, Decision::send_again, Decision::failed})
            CHECK(unknown.decided(decision).error().code == "recipient.decided_already");
    });
}
