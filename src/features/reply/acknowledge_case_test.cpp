// SPDX-License-Identifier: Apache-2.0
#include "reply/reply_fixture_test.h"

using namespace amends;
using namespace amends::reply;
using namespace amends::reply::testing;
using amends::testing::on_each_engine;
using conversation::Reach;

namespace {

Acknowledged acknowledged(Desk& desk, const conversation::Message& asked)
{
    const auto done = acknowledge_case(desk.ports(), *asked.case_id, asked.id);
    REQUIRE(done);
    return *done;
}

Acknowledged answer_to(Desk& desk, const Desk::Wrote& wrote) { return acknowledged(desk, desk.hears(wrote)); }

} // namespace

TEST_CASE("a customer is told once that the message has arrived, and by when they hear from us")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        const auto first = acknowledged(desk, asked);
        REQUIRE(first.message_id);
        CHECK(acknowledged(desk, asked).silence == Silence::acknowledged);
        CHECK(desk.deliver() == 1);

        const auto of = desk.at(*asked.case_id);
        CHECK(of.acknowledged_at == noon);
        CHECK(of.last_told_at == noon);
        CHECK(of.waiting_since == noon); // A receipt answers nothing.
        CHECK(of.last_word == cases::LastWord::customer);
        const auto promises = desk.promises.of_case(*asked.case_id);
        REQUIRE(promises.size() == 1);
        CHECK(promises[0].told_by == first.message_id);
        CHECK(promises[0].due_at == of.next_update_at);
        CHECK_FALSE(promises[0].made_by);
    });
}

TEST_CASE("T16: whoever has proved nothing gets no word of theirs back")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        (void)answer_to(desk, {.name = "CANARYNAME", .subject = "CANARYSUBJECT", .text = "CANARYTEXT"});
        desk.deliver();
        CHECK(desk.out.mails.at(0).bytes.find("CANARY") == std::string::npos);

        (void)answer_to(desk, {.name = "Maria", .subject = "Where is it?", .proof = "proven"});
        desk.deliver();
        CHECK(desk.out.mails.at(1).bytes.find("Subject: Re: Where is it? [AM-1002]") != std::string::npos);
    });
}

TEST_CASE("T17: machines, lists and whoever wants no answer get none")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        for (const auto* const kind : {"list", "no_reply", "bounce", "feedback_report"})
            CHECK(answer_to(desk, {.automatic = kind}).silence == Silence::automatic);
        CHECK(answer_to(desk, {.proof = "forged"}).silence == Silence::automatic);
        CHECK(answer_to(desk, {.from = "help@lumo.test"}).silence == Silence::automatic);
        CHECK(answer_to(desk, {.from = "no address"}).silence == Silence::no_address);
        CHECK(desk.deliver() == 0);
    });
}

TEST_CASE("T16: an address that has proved nothing gets three answers a day, one that has gets five")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        int strangers = 0;
        int known = 0;
        for (int hour = 0; hour < 12; ++hour) {
            strangers += answer_to(desk, {.from = "victim@x.test"}).message_id ? 1 : 0;
            known += answer_to(desk, {.from = "known@x.test", .proof = "proven"}).message_id ? 1 : 0;
            desk.clock.advance(1h);
        }
        CHECK(strangers == 3);
        CHECK(known == 5);
        desk.clock.advance(24h);
        CHECK(answer_to(desk, {.from = "victim@x.test"}).message_id);
    });
}

TEST_CASE("T17: the breaker stops answering a storm, keeps storing, and tells a person")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        Acknowledged last{};
        for (int mail = 0; mail < 12; ++mail) last = answer_to(desk, {.from = "mad@x.test", .proof = "proven"});

        CHECK(last.silence == Silence::storm);
        CHECK(desk.replies.heard_from("mad@x.test", noon - 1h) == 12);
        const auto signals = desk.signals.all_standing();
        REQUIRE(signals.size() == 1);
        CHECK(signals[0].detector == "mail_storm");
    });
}

TEST_CASE("T16: ten thousand forms with a hundred addresses make at most a hundred mails")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        for (int form = 0; form < 300; ++form)
            (void)answer_to(desk, {.from = fmt::format("v{}@x.test", form % 100),
                                   .name = "CANARY",
                                   .subject = "CANARY",
                                   .text = "CANARY",
                                   .kind = conversation::MessageKind::form});
        CHECK(desk.deliver() <= 100);
        for (const auto& mail : desk.out.mails) CHECK(mail.bytes.find("CANARY") == std::string::npos);
        CHECK(desk.signals.all_standing().at(0).detector == "answer_flood");
    });
}

TEST_CASE("nothing more is sent to an address whose holder said: this was not me")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        REQUIRE(acknowledged(desk, asked).message_id);
        auto point = *desk.people.at(person::ContactKind::email, "maria@customer.test");
        point.stopped_at = noon;
        desk.people.change(point);

        CHECK(desk.deliver() == 0);
        CHECK(answer_to(desk, {}).silence == Silence::stopped);
        CHECK(desk.replies_to(*asked.case_id).error().code == "recipient.stopped");
    });
}

TEST_CASE("a receipt that a person's answer has overtaken stays at home")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        const auto receipt = acknowledged(desk, asked);
        desk.out.answer = {.kind = mail::Handed::later, .reason = "greylisted"};
        desk.deliver();
        desk.out.answer = {.kind = mail::Handed::accepted};
        REQUIRE(desk.replies_to(*asked.case_id));
        desk.clock.advance(10s);
        desk.deliver();
        desk.clock.advance(1h);
        desk.deliver();

        CHECK(desk.reach(*receipt.message_id) == Reach::skipped);
        CHECK(desk.promises.of_case(*asked.case_id).size() == 1);
    });
}

TEST_CASE("the receipt speaks the customer's language, and the desk's when it is not known")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        session.execute("UPDATE brands SET language = 'el' WHERE id = 1");
        const auto body = [&](const std::string& language) {
            const auto done = answer_to(desk, {.from = "a" + language + "@x.test", .language = language});
            return desk.texts.text(desk.messages.find(*done.message_id)->text_id);
        };
        CHECK(body("fi").starts_with("Hei,"));
        CHECK(body("fa").starts_with("سلام"));
        CHECK(body("en").starts_with("Hello"));
        CHECK(body("xx").starts_with("Γεια σας"));
    });
}

TEST_CASE("T17: two desks that answer each other settle at two messages")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears({.from = "desk@other.test"});
        REQUIRE(acknowledged(desk, asked).message_id);
        desk.deliver();
        // The other desk does not say that its receipt is automatic; it answers our token.
        const auto receipt = desk.hears({.from = "desk@other.test", .answers = asked.case_id});
        CHECK(acknowledged(desk, receipt).silence == Silence::acknowledged);
        CHECK(desk.deliver() == 0);
        CHECK(desk.out.mails.size() == 1);
    });
}

TEST_CASE("a desk without a mail line takes cases in all the same")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        auto line = *desk.channels.find(desk.line);
        line.removed_at = noon;
        desk.channels.change(line);
        CHECK(answer_to(desk, {.kind = conversation::MessageKind::form}).silence == Silence::no_line);
        CHECK(desk.replies_to(*desk.hears().case_id).error().code == "reply.no_mail_line");
    });
}
