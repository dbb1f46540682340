// SPDX-License-Identifier: Apache-2.0
// Mails that want to stop the desk. None may; each is refused by name, and what can be said of it is still there.
#include "platform/mail/html_nesting.h"
#include "platform/mail/inbound.h"

#include <doctest/doctest.h>

#include <ctime>

using namespace amends;
using mail::understand;

namespace {

std::string repeated(const std::string& text, std::size_t count)
{
    std::string out;
    out.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i) out += text;
    return out;
}

// Generous, because the tests run without optimisation and on busy machines; a quadratic step would take minutes.
mail::Inbound quickly(const std::string& bytes)
{
    const auto started = std::clock();
    auto mail = understand(bytes);
    CHECK(static_cast<double>(std::clock() - started) / CLOCKS_PER_SEC < 6.0);
    return mail;
}

std::string html_mail(const std::string& html)
{
    return "Subject: html\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html;
}

} // namespace

TEST_CASE("a mail nested too deeply is refused by name")
{
    const auto nested = [](int levels) {
        std::string bytes = "Subject: deep\r\n";
        for (int level = 0; level < levels; ++level) {
            const auto name = "b" + std::to_string(level);
            bytes.append("Content-Type: multipart/mixed; boundary=")
                .append(name)
                .append("\r\n\r\n--")
                .append(name)
                .append("\r\n");
        }
        return bytes + "Content-Type: text/plain\r\n\r\nx";
    };

    CHECK_FALSE(quickly(nested(40)).refused);
    CHECK(quickly(nested(60)).refused == "mail.too_deep");
    CHECK(quickly(nested(900)).refused == "mail.too_deep");
    CHECK(quickly(nested(3'000)).refused == "mail.too_many_parts");
    CHECK(quickly(nested(3'000)).subject == "deep");
}

TEST_CASE("mails within mails are not opened, however deep")
{
    const auto mail = quickly("Subject: outer\r\n" + repeated("Content-Type: message/rfc822\r\n\r\n", 3'000) +
                              "Subject: inner\r\n\r\nx");

    CHECK(mail.subject == "outer");
}

TEST_CASE("a mail of too many parts is refused by name")
{
    const auto mail = quickly("Subject: many\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" +
                              repeated("--b\r\n\r\nx\r\n", 50'000) + "--b--\r\n");

    CHECK(mail.refused == "mail.too_many_parts");
    CHECK(mail.subject == "many");
    CHECK(mail.parts.empty());
}

TEST_CASE("T18: a mail that takes too long to read is refused by name, and what has been read of it is there")
{
    const std::string head = "From: Eve <eve@example.net>\r\nSubject: slow\r\n";
    const auto never = understand(head + "\r\nHello", {.cpu = std::chrono::milliseconds(0)});
    CHECK(never.refused == "mail.too_slow");
    CHECK(never.subject == "slow");
    CHECK(never.from.address == "eve@example.net");

    // Fifteen megabytes of text take longer than a millisecond on any machine.
    const auto big = understand(head + "\r\n" + repeated("> one line of a long talk\r\n", 600'000),
                                {.cpu = std::chrono::milliseconds(1)});
    CHECK(big.refused == "mail.too_slow");
    CHECK(big.subject == "slow");
    CHECK_FALSE(understand(head + "\r\nHello").refused);
}

TEST_CASE("a mail of too many headers is refused by name, its first ones are read")
{
    const auto mail = quickly("Subject: heads\r\n" + repeated("X-Some: thing\r\n", 100'000) + "\r\nHello");

    CHECK(mail.refused == "mail.too_many_headers");
    CHECK(mail.subject == "heads");
    CHECK(mail.text == "Hello");
}

TEST_CASE("HTML nested too deeply is not shown, its words are")
{
    const auto mail = quickly(html_mail(repeated("<div>", 20'000) + "Hello"));

    CHECK(mail.refused == "mail.html_too_deep");
    CHECK(mail.html.empty());
    CHECK(mail.text.find("Hello") != std::string::npos);
}

TEST_CASE("HTML that is too large is not shown, its words are")
{
    const auto mail = quickly(html_mail("<p>Hello</p>" + repeated("<p>x</p>", 400'000)));

    CHECK(mail.refused == "mail.html_too_large");
    CHECK(mail.html.empty());
    CHECK(mail.text.find("Hello") != std::string::npos);
}

TEST_CASE("a text of more than a megabyte is a file beside its beginning")
{
    const auto long_text = repeated("The parcel has not come.\r\n", 100'000);

    const auto mail = quickly("Subject: long\r\n\r\n" + long_text);

    CHECK_FALSE(mail.refused);
    CHECK(mail.text.size() <= 1U << 20U);
    CHECK(mail.text.ends_with("The parcel has not come."));
    REQUIRE(mail.parts.size() == 1);
    CHECK(mail.parts.front().name == "text.txt");
    CHECK(mail.parts.front().bytes == long_text);
}

TEST_CASE("a header of more than a megabyte is refused by name, the text is read")
{
    const auto mail = quickly("Subject: long\r\nX-Long: " + std::string(2'000'000, 'x') + "\r\nX-More: y\r\n\r\nHello");

    CHECK(mail.refused == "mail.too_many_headers");
    CHECK(mail.subject == "long");
    CHECK(mail.text == "Hello");
}

TEST_CASE("a mail that is too large is only looked at from above")
{
    const mail::Limits small{.bytes = 1'000};

    const auto mail = understand("Subject: big\r\n\r\n" + std::string(2'000, 'x'), small);

    CHECK(mail.refused == "mail.too_large");
    CHECK(mail.subject == "big");
    CHECK(mail.text.empty());
}

TEST_CASE("nesting cannot be hidden from the look before the parser")
{
    const auto hidden = [](const std::string& unit) { return !mail::shallow(repeated(unit, 2'000), 256); };

    CHECK(hidden("<div>"));
    CHECK(hidden("<div></span>"));
    CHECK(hidden("<div><!-- </div> -->"));
    CHECK(hidden("<div a\"></div\">"));
    CHECK(hidden("<div a='</div>'>"));
    CHECK(hidden("<div><style></div></style>"));
    CHECK(hidden("<div><table></div>"));
    CHECK(hidden("<span><div></span>"));
    CHECK(hidden("<DIV/>"));
    CHECK(hidden("<b a=1><p>"));
    CHECK(hidden("<div><b></div>"));
    CHECK(hidden("<svg><style><g></style>"));
    CHECK(hidden("<ul><li>"));
    CHECK(hidden("<table><tr><td>"));
    CHECK(hidden("<x-y>"));
}

TEST_CASE("too much of anything is not parsed")
{
    CHECK_FALSE(mail::shallow(repeated("<br>", 200'000), 256));
    CHECK_FALSE(mail::shallow("<p " + repeated("a=1 ", 1'000) + ">", 256));
    CHECK_FALSE(mail::shallow(repeated("<p a b c d>", 30'000), 256));
    CHECK_FALSE(mail::shallow(repeated("<", 200'000), 256));
    CHECK_FALSE(mail::shallow("<svg><plaintext>" + repeated("<g>", 2'000), 256));
}

TEST_CASE("ordinary HTML is not taken for deep")
{
    CHECK(mail::shallow(repeated("<p>One<br>two <b>three</b><img src=x>", 5'000), 256));
    CHECK(mail::shallow(repeated("<div><p>a<p>b<ul><li>c<li>d</ul></div>", 5'000), 256));
    CHECK(mail::shallow("<table>" + repeated("<tr><td><font color=red>a<td>b", 5'000) + "</table>", 256));
    CHECK(mail::shallow(repeated("<!--[if mso]><table><tr><td><![endif]-->x", 5'000), 256));
}

TEST_CASE("formatting that is opened again and again does not fill the memory")
{
    std::string html;
    for (int i = 0; i < 200; ++i) html += "<b a=" + std::to_string(i) + ">";

    CHECK_FALSE(mail::shallow(html + repeated("<p>x", 100'000), 256));
}

TEST_CASE("whatever the bytes are, there is an answer")
{
    CHECK(quickly("").text.empty());
    CHECK(quickly("Hello").text == "Hello");
    CHECK(quickly("\r\n\r\nHello").visible_text == "Hello");
    CHECK(quickly("Subject: no body").subject == "no body");
    CHECK(quickly("From ann@example.com Wed Nov 25 12:00:00 2026\nSubject: mbox\n\nx").subject == "mbox");
    CHECK(quickly(">From ann@example.com\nSubject: mbox\n\nx").subject == "mbox");
    CHECK(quickly("\xEF\xBB\xBFSubject: bom\n\nx").subject == "bom");
    CHECK(quickly(std::string(1'000'000, '\0')).text.empty());
    CHECK(quickly("Subject: cr\r\rText").text == "Text");
    CHECK(quickly("Content-Type: multipart/mixed\r\n\r\nNo boundary").text == "No boundary");
    CHECK(quickly("Content-Type: multipart/mixed; boundary=b\r\n\r\nNever opened").text == "Never opened");
    CHECK(quickly("Content-Type: ;;;=;\r\nContent-Disposition: =\r\n\r\nx").text == "x");
    CHECK(quickly("Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!").text.size() < 10);
}

TEST_CASE("long and repeated things take linear time")
{
    quickly("Subject: " + repeated("=?utf-8?q?", 100'000));
    quickly("Subject: " + repeated("=?a?q?x?= ", 100'000));
    quickly("From: " + repeated("<", 300'000) + "\r\n\r\nx");
    quickly("From: " + repeated("(", 300'000) + "\r\n\r\nx");
    quickly("To: " + repeated("a@b, ", 100'000) + "\r\n\r\nx");
    quickly("To: " + repeated("\"", 300'000) + "\r\n\r\nx");
    quickly("To: " + repeated("a:", 100'000) + "\r\n\r\nx");
    quickly("Content-Type: text/plain; " + repeated("a*0=b;", 100'000) + "\r\n\r\nx");
    quickly("Authentication-Results: x; " + repeated("a=b ((((", 20'000) + "\r\n\r\nx");
    quickly("References: " + repeated("<", 300'000) + "\r\n\r\nx");
    quickly("Subject: x\r\n\r\n" + repeated("begin 644 x\r\n", 50'000));
    quickly("Subject: x\r\n\r\n" + repeated("On Mon, 1 Jan 2026 Bob\r\n", 50'000));
    quickly("Subject: x\r\n\r\n" + repeated("From: a@b\r\nx\r\n", 50'000));
    quickly("Subject: x\r\n\r\n" + repeated("> a\r\nb\r\n", 50'000));
    quickly("Subject: x\r\n\r\n" + repeated("--\r\n", 100'000));
    quickly("Subject: x\r\n\r\n" + std::string(3'000'000, ':'));
    quickly("Subject: Undeliverable\r\nFrom: mailer-daemon@x\r\n\r\n" + repeated("<a@b.c>:\r\n", 50'000));
    quickly("Subject: Undeliverable\r\nFrom: mailer-daemon@x\r\n\r\n" + repeated("@5.1.1", 300'000));
    quickly(html_mail(repeated("<a href=\"http://a.example\">www.b.example", 20'000)));
    quickly(html_mail(repeated("<p style=\"color:red;", 20'000)));
    quickly(html_mail(repeated("&#x41;", 200'000)));
    quickly(html_mail(repeated("<", 500'000)));
}

TEST_CASE("no text that leaves holds a zero or a broken letter")
{
    std::string bytes =
        "Subject: \xFF=?utf-8?Q?=FF=00?=\r\nFrom: \xC3 <\xFF@\xFE>\r\nContent-Type: text/html\r\n\r\n<p title=\"";
    for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);

    const auto mail = quickly(bytes + "\">&#0;&#xD800;x</p>");

    for (const auto* text :
         {&mail.subject, &mail.from.name, &mail.from.address, &mail.text, &mail.html, &mail.raw_html})
        CHECK(text->find('\0') == std::string::npos);
}
