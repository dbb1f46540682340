// SPDX-License-Identifier: Apache-2.0
#include "reply/reply_fixture_test.h"
#include "reply/reply_jobs.h"

#include "platform/mail/inbound.h"

using namespace amends;
using namespace amends::reply;
using namespace amends::reply::testing;
using amends::testing::on_each_engine;

namespace {

mail::Inbound arrived(const Desk& desk, std::size_t which = 0)
{
    return mail::understand(desk.out.mails.at(which).bytes);
}

} // namespace

TEST_CASE("an answer arrives threaded, and the answer to it finds its way home")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears({.external_id = "first@customer.test"});
        REQUIRE(desk.replies_to(*asked.case_id));
        desk.clock.advance(10s);
        desk.deliver();
        const auto mail = arrived(desk);

        CHECK(mail.subject == "Re: Where is it? [AM-1001]");
        CHECK(mail.from.name == "Aino, Lumo");
        CHECK(mail.from.address == "help@lumo.test");
        CHECK(mail.in_reply_to == std::vector<std::string>{"first@customer.test"});
        CHECK(mail.references.back() == "first@customer.test");
        CHECK(mail.kind == mail::Kind::human);
        const auto token = conversation::token_in(mail.reply_to.at(0).address);
        REQUIRE(token);
        CHECK(token->kind == 'c');
        CHECK(desk.messages.recipient_with(token->tag)->case_id == asked.case_id);
        CHECK(conversation::token_in(mail.message_id)->tag == token->tag);
        CHECK(conversation::token_in(desk.out.mails[0].from)->kind == 'b');
        CHECK(mail.reply_to[0].address.find('@') <= 64);
    });
}

TEST_CASE("the references of a later answer hold the talk so far, in order")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears({.external_id = "first@customer.test"});
        REQUIRE(desk.replies_to(*asked.case_id));
        desk.clock.advance(10s);
        desk.deliver();
        const auto ours = arrived(desk).message_id;
        desk.clock.advance(1h);
        (void)desk.hears({.text = "Thanks", .external_id = "second@customer.test", .answers = asked.case_id});
        desk.clock.advance(1h);
        REQUIRE(desk.replies_to(*asked.case_id));
        desk.clock.advance(10s);
        desk.deliver();

        const auto mail = arrived(desk, 1);
        CHECK(mail.references == std::vector<std::string>{"first@customer.test", ours, "second@customer.test"});
        CHECK(mail.in_reply_to == std::vector<std::string>{"second@customer.test"});
    });
}

TEST_CASE("the mark that tells two mails of one Message-ID apart stays in the house")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        (void)desk.hears({.text = "one", .external_id = "same@customer.test"});
        const auto second = desk.hears({.from = "otto@x.test", .text = "two", .external_id = "same@customer.test"});
        REQUIRE(second.provider_id.starts_with("same@customer.test#"));
        REQUIRE(desk.replies_to(*second.case_id));
        desk.clock.advance(10s);
        desk.deliver();
        CHECK(arrived(desk).in_reply_to == std::vector<std::string>{"same@customer.test"});
        CHECK(arrived(desk).references == std::vector<std::string>{"same@customer.test"});
    });
}

TEST_CASE("a customer whose language the desk does not speak gets its own sentences in the desk's")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        session.execute("UPDATE brands SET language = 'fi' WHERE id = 1");
        REQUIRE(desk.replies_to(*desk.hears({.language = "sv"}).case_id));
        desk.clock.advance(10s);
        desk.deliver();
        CHECK(arrived(desk).text.find("Kuulet meistä") != std::string::npos);
    });
}

TEST_CASE("a customer's Message-ID that is no such thing stays out of our headers")
{
    for (const auto* const wrong :
         {"", "none-0123", "a b@x", "x@y@z", "<x@y>", "@x", "x@", "x@y\r\nBcc: z@x.test", "ä@x.test", "id@x.test;a"})
        CHECK_FALSE(sound_message_id(wrong));
    CHECK_FALSE(sound_message_id(std::string(300, 'a') + "@x"));
    CHECK(sound_message_id("CAF=abc+1.2_3/4$5@mail.example.com"));
    CHECK(sound_message_id("first@x.test#0123456789abcdef"));
}

TEST_CASE("a desk whose own address is long answers from it without a token behind the plus")
{
    const std::string token(41, 't');
    CHECK(tagged_address("help@x.test", token) == "help+" + token + "@x.test");
    CHECK(tagged_address(std::string(23, 'a') + "@x.test", token).find('@') == 23); // 65 letters would be too many.
    CHECK(tagged_address(std::string(22, 'a') + "@x.test", token).find('@') == 64);
}

TEST_CASE("a mail in Persian reads from the right, and what is Latin in it from the left")
{
    const Letter letter{
        .language = "fa",
        .right_to_left = true,
        .text = "سلام ماریا،\n\nسفارش AM-1001 فردا می‌رسد.\nTracking: 123\n123-456\n\n<b>&",
        .next_update = "حداکثر تا فردا به شما خبر می‌دهیم.",
        .link_words = "از اینجا:",
        .link = "https://desk.test/c/abc?a=1&b=\"2\"",
        .signature = "Lumo Oy"};
    const auto html = html_of(letter);

    CHECK(html.find(R"(<html lang="fa" dir="rtl">)") != std::string::npos);
    CHECK(html.find("<p dir=\"rtl\" style=\"text-align:right\">سلام ماریا،</p>") != std::string::npos);
    CHECK(html.find("<p dir=\"ltr\" style=\"text-align:left\">Tracking: 123<br>\n123-456</p>") != std::string::npos);
    CHECK(html.find("&lt;b&gt;&amp;") != std::string::npos);
    CHECK(html.find("<b>") == std::string::npos);
    CHECK(html.find(R"(<a href="https://desk.test/c/abc?a=1&amp;b=&quot;2&quot;" dir="ltr">)") != std::string::npos);
    CHECK(html.find("<p dir=\"ltr\" style=\"text-align:left\">Lumo Oy</p>") != std::string::npos);
}

TEST_CASE("the first strong letter says where a text begins")
{
    CHECK(from_the_right("سلام hello") == true);
    CHECK(from_the_right("hello سلام") == false);
    CHECK(from_the_right("12:30 — سلام") == true);
    CHECK(from_the_right("۱۲۳ hello") == false); // Persian digits are no letters.
    CHECK(from_the_right("Γεια") == false);
    CHECK(from_the_right("שלום") == true);
    CHECK(from_the_right("«»…—123") == std::nullopt);
    CHECK(from_the_right("\xff\xd8 a") == false);
    CHECK(from_the_right("\xd8") == std::nullopt);
    CHECK(from_the_right("") == std::nullopt);
}

TEST_CASE("a subject keeps one Re: and one number, and stays on one line")
{
    CHECK(answer_subject("Where is it?", "AM-1") == "Re: Where is it? [AM-1]");
    CHECK(answer_subject("RE: re: Vs: Where?", "AM-1") == "Re: Where? [AM-1]");
    CHECK(answer_subject("ΑΠ: Πού;", "AM-1") == "Re: Πού; [AM-1]");
    CHECK(answer_subject("Re: Where? [AM-1]", "AM-1") == "Re: Where? [AM-1]");
    CHECK(answer_subject("", "AM-1") == "Re: [AM-1]");
    CHECK(answer_subject("a\r\nBcc: x@y.test", "AM-1") == "Re: a  Bcc: x@y.test [AM-1]");
    CHECK(answer_subject("Re: Re:", "AM-1") == "Re: [AM-1]");
}

TEST_CASE("the mail says by when and where, in the customer's language and zone, in both of its parts")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears({.text = "Missä se on?", .language = "fi"});
        REQUIRE(desk.replies_to(*asked.case_id,
                                {.text = "Etsimme sitä.", .next_update_at = noon + 25h, .not_a_promise = true}));
        desk.clock.advance(10s);
        desk.deliver();
        const auto mail = arrived(desk);

        const std::string by = "Kuulet meistä viimeistään tiistaina 2. kesäkuuta 2026 klo 16.00.";
        CHECK(mail.text.find("Etsimme sitä.\n\n" + by) != std::string::npos);
        CHECK(mail.text.find("https://desk.lumo.test/c/") != std::string::npos);
        CHECK(mail.text.find("-- \nLumo Oy") != std::string::npos);
        CHECK(mail.raw_html.find(by) != std::string::npos);
        CHECK(mail.visible_text.find(by) != std::string::npos);
    });
}

TEST_CASE("T9: a mail holds nothing that only the desk may know")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        desk.cases.add(cases::Note{NoteId{1}, *asked.case_id, aino,
                                   cases::keep_text(desk.ports().desk, "en", "CANARYNOTE"), noon});
        REQUIRE(desk.replies_to(*asked.case_id, {.text = "Hello", .reason = "CANARYREASON"}));
        desk.clock.advance(10s);
        desk.deliver();
        const auto& bytes = desk.out.mails.at(0).bytes;
        CHECK(bytes.find("CANARY") == std::string::npos);
        CHECK(bytes.find("aino@lumo.test") == std::string::npos);
    });
}

TEST_CASE("a copy goes into the folder of sent mail once, where the line has one")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto line = *desk.channels.find(desk.line);
        const auto leave = [&] {
            const auto asked = desk.hears();
            const auto message = desk.replies_to(*asked.case_id, {.text = "Hello", .cc = {"b@x.test"}})->message_id;
            desk.clock.advance(10s);
            for (const auto& copy : desk.messages.recipients(message)) {
                REQUIRE(claim_send(desk.ports(), copy.id));
                REQUIRE(record_handed(desk.ports(), copy.id, {.kind = Handed::accepted}));
            }
            return message;
        };
        CHECK_FALSE(find_sent_copy(desk.ports(), leave()));
        CHECK(desk.jobs("sent_copy") == 0);

        auto with_folder = line;
        with_folder.config = R"({"imap":{"host":"h","port":993,"security":"tls","user":"u","sent_folder":"Sent"}})";
        desk.channels.change(with_folder);
        const auto message = leave();
        CHECK(desk.jobs("sent_copy") == 1);
        const auto copy = find_sent_copy(desk.ports(), message);
        REQUIRE(copy);
        CHECK(copy->folder == "Sent");
        CHECK(mail_of(copy->letter, desk.files).find("Subject: Re: Where is it?") != std::string::npos);
    });
}
