// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/charset.h"
#include "platform/mail/inbound.h"

#include <doctest/doctest.h>

using namespace amends;
using mail::understand;

namespace {

std::string with_header(const std::string& header) { return header + "\r\n\r\nHello\r\n"; }

std::string subject_of(const std::string& raw)
{
    return understand(with_header("From: ann@example.com\r\nSubject: " + raw)).subject;
}

mail::Address from_of(const std::string& raw) { return understand(with_header("From: " + raw)).from; }

std::string attached(const std::string& headers, const std::string& body = "AAAA")
{
    return "From: ann@example.com\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: "
           "text/plain\r\n\r\n"
           "See the file.\r\n--b\r\n" +
           headers + "\r\n\r\n" + body + "\r\n--b--\r\n";
}

std::string name_of_part(const std::string& headers)
{
    const auto mail = understand(attached(headers));
    return mail.parts.size() == 1 ? mail.parts[0].name : "";
}

} // namespace

TEST_CASE("a simple mail is understood")
{
    const auto mail =
        understand("Return-Path: <ann@example.com>\r\nDelivered-To: desk@shop.example\r\n"
                   "From: \"Virtanen, Ann\" <Ann@EXAMPLE.com>\r\nTo: Desk <desk@shop.example>, b@c.example\r\n"
                   "Cc: Bob <bob@example.org>\r\nReply-To: other@example.com\r\nSubject: Broken lamp\r\n"
                   "Date: Wed, 25 Nov 2026 12:00:01 +0200\r\nMessage-ID: <1@example.com>\r\n"
                   "In-Reply-To: <0@shop.example>\r\nReferences: <a@b> <0@shop.example>\r\n\r\n"
                   "The lamp is broken.\r\n");

    CHECK(mail.subject == "Broken lamp");
    CHECK(mail.from.name == "Virtanen, Ann");
    CHECK(mail.from.address == "Ann@example.com");
    CHECK(mail.to.size() == 2);
    CHECK(mail.to[1].address == "b@c.example");
    CHECK(mail.cc[0].name == "Bob");
    CHECK(mail.reply_to[0].address == "other@example.com");
    CHECK(mail.date == Instant(std::chrono::milliseconds(1795600801000)));
    CHECK(mail.message_id == "1@example.com");
    CHECK(mail.in_reply_to == std::vector<std::string>{"0@shop.example"});
    CHECK(mail.references.size() == 2);
    CHECK(mail.delivered_to == std::vector<std::string>{"desk@shop.example"});
    CHECK(mail.return_path == "ann@example.com");
    CHECK(mail.text == "The lamp is broken.");
    CHECK(mail.visible_text == mail.text);
    CHECK(mail.kind == mail::Kind::human);
    CHECK(mail.html.empty());
    CHECK_FALSE(mail.refused);
}

TEST_CASE("no id of a message holds a bracket, so that it cannot become two of them")
{
    const auto mail = understand(with_header("From: ann@example.com\r\nMessage-ID: <<1@example.com>>\r\n"
                                             "References: <a.=?utf-8?q?=3E_=3Cb?=@c.example>"));

    CHECK(mail.message_id == "1@example.com");
    REQUIRE(mail.references.size() == 1);
    CHECK(mail.references[0].find_first_of("<> ") == std::string::npos);
}

TEST_CASE("an address that is too long is not cut within a letter")
{
    std::string letters = "x";
    for (int i = 0; i < 200; ++i) letters += "ä";

    CHECK(mail::is_utf8(from_of(letters + "@x.example").address));
    CHECK(mail::is_utf8(from_of("<" + letters + "@x.example>").address));
}

TEST_CASE("encoded subjects are read as their writers meant them")
{
    CHECK(subject_of("=?utf-8?Q?K=C3=A4ytt=C3=B6?=") == "Käyttö");
    CHECK(subject_of("=?UTF-8?B?zpHPgM6/z4PPhM6/zrvOrg==?=") == "Αποστολή");
    CHECK(subject_of("=?iso-8859-1?Q?Gr=FC=DFe?= =?iso-8859-1?Q?_aus_Wien?=") == "Grüße aus Wien");
    CHECK(subject_of("=?utf-8?B?2LPZgdin2LHYtA==?= 4711") == "سفارش 4711");
    // A letter that is split between two words.
    CHECK(subject_of("=?utf-8?B?w6TDpA==?= =?utf-8?Q?=C3?=\r\n =?utf-8?Q?=B6?=") == "ääö");
    CHECK(subject_of("=?utf-8*fi?Q?Hei?=") == "Hei");
    CHECK(subject_of("=?windows-1253?Q?=CA=E1=EB=E7=EC=DD=F1=E1?=") == "Καλημέρα");
    CHECK(subject_of("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=") == "日本");
    CHECK(subject_of("Re: =?us-ascii?Q?a?=b") == "Re: ab");
    CHECK(subject_of("=?x-nonsense?Q?caf=E9?=") == "café");
}

TEST_CASE("what is no encoded word stays as it is")
{
    CHECK(subject_of("=?utf-8?X?abc?=") == "=?utf-8?X?abc?=");
    CHECK(subject_of("a =?utf-8?Q?never ended") == "a =?utf-8?Q?never ended");
    CHECK(subject_of("1 =? 2 ?= 3") == "1 =? 2 ?= 3");
}

TEST_CASE("raw letters in a header are read, whatever set they are of")
{
    CHECK(subject_of("Käyttö") == "Käyttö");
    CHECK(subject_of("K\xE4ytt\xF6") == "Käyttö");
    CHECK(
        understand("Subject: \xCA\xE1\xEB\xE7\xEC\xDD\xF1\xE1\r\nContent-Type: text/plain; charset=iso-8859-7\r\n\r\nx")
            .subject == "Καλημέρα");
}

TEST_CASE("nothing can be injected by a header")
{
    CHECK(subject_of("=?utf-8?Q?a=0D=0ABcc:_evil@example.com?=") == "a  Bcc: evil@example.com");
    CHECK(subject_of("=?utf-8?Q?a=00b?=") == "ab");
    CHECK(from_of("=?utf-8?Q?Boss=0A?= <a@b.example>").name == "Boss");
    // U+202E turns what follows around: "evil\u202Efdp.exe" reads "evilexe.pdf".
    CHECK(name_of_part("Content-Disposition: attachment; filename*=utf-8''evil%E2%80%AEfdp.exe") == "evilfdp.exe");
}

TEST_CASE("senders are found in what real programs write")
{
    CHECK(from_of("ann@example.com").address == "ann@example.com");
    CHECK(from_of("ann@example.com (Ann)").name == "Ann");
    CHECK(from_of("Ann ann@example.com").address == "ann@example.com");
    CHECK(from_of("\"ann@example.com\" <real@example.org>").address == "real@example.org");
    CHECK(from_of("\"Lamps, Ltd\" <>, \"x\" <real@example.org>").address == "real@example.org");
    CHECK(from_of("=?utf-8?Q?Ann_<ann=40example.com>?=").address == "ann@example.com");
    CHECK(from_of("<@relay.example:ann@example.com>").address == "ann@example.com");
    CHECK(from_of("Group: a@b.example, c@d.example;").address == "a@b.example");
    CHECK(from_of("Ann <mailto:ann@example.com>").address == "ann@example.com");
    CHECK(from_of("").address.empty());
    CHECK(from_of("\"never closed <ann@example.com>").address == "ann@example.com");
}

TEST_CASE("names of attachments are labels, never paths")
{
    CHECK(name_of_part("Content-Type: application/pdf; name=\"lasku.pdf\"") == "lasku.pdf");
    CHECK(name_of_part("Content-Disposition: attachment; filename=\"../../etc/passwd\"") == "passwd");
    CHECK(name_of_part("Content-Disposition: attachment; filename=\"C:\\\\temp\\\\a.doc\"") == "a.doc");
    CHECK(name_of_part("Content-Disposition: attachment; filename=two words.txt") == "two words.txt");
    CHECK(name_of_part("Content-Disposition: attachment;\r\n filename*0*=utf-8''%CE%91%CE%B2;\r\n filename*1=.txt") ==
          "Αβ.txt");
    CHECK(name_of_part("Content-Type: text/plain; name=\"=?utf-8?B?0YTQsNC50LsudHh0?=\"") == "файл.txt");
    CHECK(name_of_part("Content-Type: application/pdf") == "file.pdf");
    CHECK(name_of_part("Content-Type: image/png") == "image.png");
    CHECK(name_of_part("Content-Disposition: attachment; filename=\"..\"\r\nContent-Type: a/b") == "file");
    CHECK(name_of_part("Content-Type: message/rfc822\r\n\r\nSubject: Vanha tilaus\r\n\r\nx") == "Vanha tilaus.eml");
}

TEST_CASE("a type of an attachment that is none is none")
{
    const auto type = [](const std::string& raw) {
        return understand(attached("Content-Disposition: attachment\r\nContent-Type: " + raw)).parts.at(0).mime;
    };

    CHECK(type("Image/PNG; x=y") == "image/png");
    CHECK(type("application/vnd.ms-excel") == "application/vnd.ms-excel");
    CHECK(type("text/pl\xA2in") == "application/octet-stream");
    CHECK(type("image/svg+xml <script>") == "application/octet-stream");
    CHECK(type("image") == "application/octet-stream");
    CHECK(type("image/") == "application/octet-stream");
    CHECK(type("a/b/c") == "application/octet-stream");
}

TEST_CASE("no two attachments of a mail have the same name")
{
    const std::string part = "--b\r\nContent-Type: image/png; name=a.png\r\n\r\nx\r\n";

    const auto mail =
        understand("Content-Type: multipart/mixed; boundary=b\r\n\r\n" + part + part + part + "--b--\r\n");

    REQUIRE(mail.parts.size() == 3);
    CHECK(mail.parts[0].name == "a.png");
    CHECK(mail.parts[1].name == "a1.png");
    CHECK(mail.parts[2].name == "a2.png");
}

TEST_CASE("attachments come with their bytes")
{
    CHECK(understand(attached("Content-Transfer-Encoding: base64\r\nContent-Type: image/png", "iVBORw0KGgo="))
              .parts[0]
              .bytes == "\x89PNG\r\n\x1a\n");
    // Broken base64 gives what can be read.
    CHECK(understand(attached("Content-Transfer-Encoding: base64\r\nContent-Type: image/png", "iVBO*Rw0@@KGgo"))
              .parts[0]
              .bytes.starts_with("\x89PNG"));
    const auto old = understand("From: a@b\r\n\r\nSee below.\r\nbegin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\nBye\r\n");
    REQUIRE(old.parts.size() == 1);
    CHECK(old.parts[0].name == "cat.txt");
    CHECK(old.parts[0].bytes == "Cat");
    CHECK(old.text == "See below.\nBye");
}

TEST_CASE("the plain form of a text is preferred, and both are kept")
{
    const auto mail = understand(
        "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nPlain\r\n"
        "--b\r\nContent-Type: text/html\r\n\r\n<p>Rich</p>\r\n--b\r\nContent-Type: text/calendar\r\n\r\n"
        "BEGIN:VCALENDAR\r\n--b--\r\n");

    CHECK(mail.text == "Plain");
    CHECK(mail.html.find("<p>Rich</p>") != std::string::npos);
    REQUIRE(mail.parts.size() == 1);
    CHECK(mail.parts[0].mime == "text/calendar");
    CHECK(mail.parts[0].name == "invitation.ics");
}

TEST_CASE("an empty plain form is no text")
{
    const auto mail =
        understand("Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n \r\n"
                   "--b\r\nContent-Type: text/html\r\n\r\n<p>Rich &amp; <b>strong</b></p><p>More</p>\r\n--b--\r\n");

    CHECK(mail.text == "Rich & strong\n\nMore");
}

TEST_CASE("broken paragraphs are put together again")
{
    const auto text = [](const std::string& type, const std::string& body) {
        return understand("Content-Type: text/plain; " + type + "\r\n\r\n" + body).text;
    };

    CHECK(text("format=flowed", "One \r\ntwo \r\nthree\r\n\r\nFour\r\n-- \r\nAnn") ==
          "One two three\n\nFour\n-- \nAnn");
    CHECK(text("format=flowed", "> a \r\n> b\r\n>> c\r\nd") == "> a b\n>> c\nd");
    CHECK(text("format=flowed; delsp=yes", "\xE6\x97\xA5 \r\n\xE6\x9C\xAC") == "日本");
    CHECK(text("format=flowed", " From here\r\n >no quote") == "From here\n>no quote");
    CHECK(text("format=fixed", "One \r\ntwo") == "One \ntwo");
}

TEST_CASE("text around a file is one text")
{
    const auto mail = understand("Content-Type: multipart/mixed; "
                                 "boundary=b\r\n\r\n--b\r\n\r\nBefore\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n"
                                 "--b\r\nContent-Type: text/plain\r\n\r\nAfter\r\n--b--\r\n");

    CHECK(mail.text == "Before\n\nAfter");
    CHECK(mail.parts.size() == 1);
}

TEST_CASE("pictures that the text shows are marked as within it")
{
    const auto mail = understand("Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: "
                                 "text/html\r\n\r\n<img src='cid:p1@x'>\r\n"
                                 "--b\r\nContent-Type: image/png\r\nContent-ID: "
                                 "<p1@x>\r\n\r\nx\r\n--b\r\nContent-Type: image/gif\r\n\r\ny\r\n--b--\r\n");

    REQUIRE(mail.parts.size() == 2);
    CHECK(mail.parts[0].in_line);
    CHECK(mail.parts[0].content_id == "p1@x");
    CHECK_FALSE(mail.parts[1].in_line);
    CHECK(mail.html == "<img data-cid=\"p1@x\">");
}

TEST_CASE("texts of any set become UTF-8, and bytes that are none become U+FFFD")
{
    const auto text = [](const std::string& charset, const std::string& bytes) {
        return understand("Content-Type: text/plain; charset=" + charset + "\r\n\r\n" + bytes).text;
    };

    CHECK(text("windows-1256", "\xD3\xE1\xC7\xE3") == "سلام");
    CHECK(text("iso-8859-7", "\xC3\xE5\xE9\xE1") == "Γεια");
    CHECK(text("iso-8859-1", "\x80 50") == "€ 50");
    CHECK(text("utf-7", "+A8A-") == "π");
    CHECK(text("koi8-r", "\xD0\xD2\xC9\xD7\xC5\xD4") == "привет");
    CHECK(text("shift_jis", "\x93\xFA\x96\x7B") == "日本");
    CHECK(text("gb2312", "\xC4\xE3\xBA\xC3") == "你好");
    CHECK(text("utf-8", "a\xFF"
                        "b") == "a\xEF\xBF\xBD"
                                "b");
    CHECK(text("no-such-set", "caf\xE9") == "café");
    CHECK(text("iso-8859-1", "K\xC3\xA4ytt\xC3\xB6") == "Käyttö"); // Mislabelled UTF-8.
    CHECK(text("utf-8", std::string("a\0b", 3)) == "ab");
    CHECK(text("utf-8", "\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"); // A surrogate is no letter.
}

TEST_CASE("the same mail to two recipients has one body hash, another body another")
{
    const auto one = understand("To: a@x\r\n\r\nHello\r\n\r\n"), other = understand("To: b@x\n\nHello\n"),
               third = understand("To: b@x\n\nHallo\n");

    CHECK(one.body_hash.size() == 64);
    CHECK(one.body_hash == other.body_hash);
    CHECK(one.body_hash != third.body_hash);
}

TEST_CASE("dates are read with the liberties that are taken")
{
    const auto date = [](const std::string& raw) {
        const auto mail = understand(with_header("Date: " + raw));
        return mail.date ? mail.date->time_since_epoch().count() / 1000 : -1;
    };

    CHECK(date("Wed, 25 Nov 2026 12:00:01 +0200") == 1795600801);
    CHECK(date("25 Nov 26 10:00:01 GMT") == 1795600801);
    CHECK(date("Wed, 25 Nov 2026 05:00:01 EST (Eastern)") == 1795600801);
    CHECK(date("Wed Nov 25 10:00:01 2026") == 1795600801);
    CHECK(date("2026-11-25T10:00:01Z") == 1795600801);
    CHECK(date("2026-11-25 12:00:01 +02:00") == 1795600801);
    CHECK(date("25-Nov-2026 10:00:01 +0000") == 1795600801);
    CHECK(date("Wed, 31 Feb 2026 10:00:00 +0000") == -1);
    CHECK(date("yesterday") == -1);
    CHECK(date("") == -1);
}
