// SPDX-License-Identifier: Apache-2.0
// What is written is read back with our own reader of mails, which was proved with other people's.
#include "platform/mail/compose.h"

#include "platform/mail/encoded.h"
#include "platform/mail/inbound.h"

#include <doctest/doctest.h>

#include <array>
#include <sstream>

using namespace amends;
using namespace amends::mail;

namespace {

HeaderText line(std::string_view text) { return HeaderText::cleaned(text); }

Composition letter()
{
    return {.from = {line("Aino, Lumo"), line("help@lumo.test")},
            .to = {{line("Maria"), line("maria@customer.test")}},
            .reply_to = line("help+c.a.b@lumo.test"),
            .subject = line("Re: Where is it? [AM-1001]"),
            .message_id = line("c.a.b@lumo.test"),
            .in_reply_to = line("x@customer.test"),
            .references = {line("w@customer.test"), line("x@customer.test")},
            .date = Instant{std::chrono::sys_days{std::chrono::year{2026} / 6 / 2} + std::chrono::hours(13)},
            .language = line("en"),
            .text = "Hello\n\nfrom us\n",
            .html = "<p>Hello</p>"};
}

void fits_the_wire(const std::string& bytes)
{
    std::istringstream lines(bytes);
    for (std::string one; std::getline(lines, one);) {
        REQUIRE_FALSE(one.empty());
        CHECK(one.back() == '\r');
        CHECK(one.size() <= 100);
        for (const char letter : one) CHECK(static_cast<unsigned char>(letter) < 0x80);
    }
}

} // namespace

TEST_CASE("what is composed is understood again")
{
    const auto bytes = compose(letter());
    const auto read = understand(bytes);

    fits_the_wire(bytes);
    CHECK_FALSE(read.refused);
    CHECK(read.from.name == "Aino, Lumo");
    CHECK(read.from.address == "help@lumo.test");
    CHECK(read.to.at(0).name == "Maria");
    CHECK(read.reply_to.at(0).address == "help+c.a.b@lumo.test");
    CHECK(read.subject == "Re: Where is it? [AM-1001]");
    CHECK(read.message_id == "c.a.b@lumo.test");
    CHECK(read.in_reply_to == std::vector<std::string>{"x@customer.test"});
    CHECK(read.references.size() == 2);
    CHECK(read.date == letter().date);
    CHECK(read.text == "Hello\n\nfrom us");
    CHECK(read.kind == Kind::human);
    CHECK(bytes.find("Date: Tue, 2 Jun 2026 13:00:00 +0000\r\n") != std::string::npos);
}

TEST_CASE("T26: no name, subject or file name can begin a header of its own")
{
    using namespace std::string_view_literals;
    const std::array attacks{"a\r\nBcc: v@x.test"sv,   "a\nBcc: v@x.test"sv,     "a\rBcc: v@x.test"sv,
                             "a\u0085Bcc: v@x.test"sv, "a\u2028Bcc: v@x.test"sv, "a\0b"sv,
                             "a\r\n\r\n<script>"sv};
    for (const auto attack : attacks) {
        CHECK_FALSE(HeaderText::strict(attack));
        auto mail = letter();
        mail.from.name = mail.to[0].name = mail.subject = mail.language = mail.in_reply_to = line(attack);
        mail.files = {{line(attack), line(attack), "x"}};
        const auto bytes = compose(mail);
        const auto header = bytes.substr(0, bytes.find("\r\n\r\n"));
        CHECK(header.find("\r\nBcc") == std::string::npos);
        CHECK(header.find("\nBcc") == std::string::npos);
        CHECK(understand(bytes).to.size() == 1);
    }
}

TEST_CASE("names and subjects in four languages, long and short, come through as they are")
{
    const std::string persian = "سفارش من کجاست؟ پیش از این هم پرسیده بودم و هنوز پاسخی "
                                "نگرفته‌ام، "
                                "لطفاً "
                                "رسیدگی "
                                "کنید";
    for (const std::string& text :
         {std::string("Missä tilaukseni on?"), std::string("Πού είναι η παραγγελία μου;"), persian, persian + persian,
          std::string("=?UTF-8?Q?not_encoded?="), std::string("a \"quoted\" \\ one"), std::string(600, 'x'),
          std::string("many ") + std::string(90, 'y') + " words and words and words and words and words again",
          std::string("🙂 emoji 🙂"), std::string("trailing")}) {
        auto mail = letter();
        mail.subject = line(text);
        mail.from.name = line(text.substr(0, 200));
        mail.files = {{line(text), line("text/plain"), "content"}};
        const auto read = understand(compose(mail));
        CHECK(read.subject == text);
        if (text.size() < 200) CHECK(read.from.name == text);
        REQUIRE(read.parts.size() == 1);
        CHECK(read.parts[0].bytes == "content");
    }
}

TEST_CASE("file names beyond ASCII are read back")
{
    for (const std::string name : {"laskun kuitti ääkkösillä.pdf", "απόδειξη πληρωμής για την παραγγελία μου.pdf",
                                   "رسید پرداخت سفارش شمارهٔ ۱۲۳۴ از فروشگاه لومو.pdf", "plain.pdf", "a;b=c.pdf"}) {
        auto mail = letter();
        mail.files = {{line(name), line("application/pdf"), std::string("\0\xff\r\n.\r\n", 8)}};
        const auto bytes = compose(mail);
        const auto read = understand(bytes);
        fits_the_wire(bytes);
        REQUIRE(read.parts.size() == 1);
        CHECK(read.parts[0].name == name);
        CHECK(read.parts[0].mime == "application/pdf");
        CHECK(read.parts[0].bytes == std::string("\0\xff\r\n.\r\n", 8));
    }
}

TEST_CASE("bodies of any shape come through, and none can end a part or the mail")
{
    for (const std::string& text :
         {std::string(".\r\n"), std::string("From here\n.\n..\n"), std::string("--=_a_cablumotest--\n"),
          std::string(3000, 'a') + "\n", std::string("trailing space \nand tab\t\n"), std::string("= =3D =\n"),
          std::string("سلام\nΓεια\nHei\n"), std::string("ä")}) {
        auto mail = letter();
        mail.text = text;
        const auto bytes = compose(mail);
        fits_the_wire(bytes);
        CHECK(bytes.find("\r\n.") == std::string::npos);
        CHECK(bytes.find("\r\nFrom ") == std::string::npos);
        auto wanted = text;
        std::erase(wanted, '\r');
        auto got = understand(bytes).text;
        while (!got.empty() && got.back() == '\n') got.pop_back();
        while (!wanted.empty() && wanted.back() == '\n') wanted.pop_back();
        CHECK(got == wanted);
    }
}

TEST_CASE("what a rule wrote says so and asks for no answer")
{
    auto mail = letter();
    mail.automatic = true;
    const auto bytes = compose(mail);
    CHECK(bytes.find("Auto-Submitted: auto-replied\r\n") != std::string::npos);
    CHECK(bytes.find("X-Auto-Response-Suppress: All\r\n") != std::string::npos);
    CHECK(understand(bytes).kind == Kind::auto_reply);
    CHECK(understand(bytes).no_answer);
}

TEST_CASE("a file that claims to be a mail or many parts is sent as any file")
{
    for (const auto* const type : {"message/rfc822", "multipart/mixed", "", "text", "text/", "a/b; c=d", "a b/c"}) {
        auto mail = letter();
        mail.files = {{line("a.eml"), line(type), "Subject: inner\r\n\r\nx"}};
        CHECK(understand(compose(mail)).parts.at(0).mime == "application/octet-stream");
    }
}
