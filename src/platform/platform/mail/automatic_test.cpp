// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/inbound.h"

#include <doctest/doctest.h>

using namespace amends;
using mail::Kind;

namespace {

mail::Inbound with(const std::string& header)
{
    return mail::understand("To: desk@shop.example\r\n" + header + "\r\n\r\nText\r\n");
}

Kind kind_of(const std::string& header) { return with("From: ann@example.com\r\n" + header).kind; }

} // namespace

TEST_CASE("what answers by itself says so")
{
    CHECK(kind_of("Auto-Submitted: auto-replied (vacation)") == Kind::auto_reply);
    CHECK(kind_of("auto-submitted: AUTO-REPLIED; owner=x") == Kind::auto_reply);
    CHECK(kind_of("X-Autoreply: yes") == Kind::auto_reply);
    CHECK(kind_of("Precedence: auto_reply") == Kind::auto_reply);
    CHECK(kind_of("Subject: Automatic reply: Your order") == Kind::auto_reply);
    CHECK(kind_of("Subject: Automaattinen vastaus: Tilaus") == Kind::auto_reply);
    CHECK(kind_of("Subject: =?utf-8?B?zpHPhc+Ez4zOvM6xz4TOtyDOsc+AzqzOvc+EzrfPg863OiB4?=") == Kind::auto_reply);
    CHECK(kind_of("Subject: پاسخ خودکار: سفارش") == Kind::auto_reply);
}

TEST_CASE("other machines are heard, but not answered")
{
    for (const auto* header : {"Auto-Submitted: auto-generated", "List-Id: <news.example.com>", "Precedence: bulk",
                               "Precedence: list", "Precedence: junk", "List-Unsubscribe: <https://a.example>"}) {
        CAPTURE(std::string(header));
        const auto mail = with(std::string("From: ann@example.com\r\n") + header);

        CHECK(mail.kind == Kind::list);
        CHECK(mail.no_answer);
    }
    CHECK(with("From: no-reply@example.com").no_answer);
    CHECK(with("From: ann@example.com\r\nReturn-Path: <>").no_answer);
}

TEST_CASE("people are people")
{
    for (const auto* header :
         {"Subject: Out of the office chair you sold me a leg fell", "Auto-Submitted: no", "X-Autoreply: no",
          "Precedence: normal", "Subject: Auto: headlight broken", "Subject: Ausência de resposta",
          "Subject: Vacation: booking 4711", "X-Mailer: Auto 3"}) {
        CAPTURE(std::string(header));
        const auto mail = with(std::string("From: ann@example.com\r\n") + header);

        CHECK(mail.kind == Kind::human);
        CHECK_FALSE(mail.no_answer);
    }
}

TEST_CASE("a form that speaks for a person is a person")
{
    CHECK(with("From: noreply@shop.example\r\nReply-To: Ann <ann@example.com>").kind == Kind::human);
}

TEST_CASE("who asks for no automatic answer gets none")
{
    CHECK(with("From: ann@example.com\r\nX-Auto-Response-Suppress: DR, OOF").no_answer);
    CHECK(with("From: ann@example.com\r\nX-Auto-Response-Suppress: All").no_answer);
    CHECK_FALSE(with("From: ann@example.com\r\nX-Auto-Response-Suppress: DR").no_answer);
    CHECK(with("From: ann@example.com\r\nX-Auto-Response-Suppress: All").kind == Kind::human);
}

TEST_CASE("our own marks come along")
{
    const auto mail = with("From: ann@example.com\r\nX-Amends-Probe: 7.abc\r\nList-Id: x\r\nX-Else: y");

    CHECK(mail.marks.at("x-amends-probe") == "7.abc");
    CHECK(mail.no_answer);
    CHECK(mail.marks.at("list-id") == "x");
    CHECK_FALSE(mail.marks.contains("x-else"));
}
