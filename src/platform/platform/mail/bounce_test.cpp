// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/bounce.h"

#include <doctest/doctest.h>

using namespace amends;
using mail::Kind;
using mail::understand;

namespace {

std::string report(const std::string& group, const std::string& words = "Your mail came back.")
{
    return "From: MAILER-DAEMON@mx.example (Mail Delivery System)\r\nReturn-Path: <>\r\nSubject: Undelivered Mail\r\n"
           "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\n" +
           words +
           "\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; "
           "mx.example\r\nOriginal-Envelope-Id: case-4711.9\r\n\r\n" +
           group +
           "\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <c.abc@shop.example>\r\nSubject: "
           "Ours\r\n\r\nx\r\n--b--\r\n";
}

mail::Inbound daemon_says(const std::string& text, const std::string& subject = "failure notice")
{
    return understand("From: MAILER-DAEMON@mx.example\r\nReturn-Path: <>\r\nSubject: " + subject + "\r\n\r\n" + text);
}

bool hard(const std::string& text)
{
    const auto mail = daemon_says(text);
    return !mail.bounces.empty() && mail.bounces[0].hard;
}

} // namespace

TEST_CASE("a delivery report tells recipient, status and our mail")
{
    const auto mail = understand(
        report("Final-Recipient: rfc822; ann@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n"
               "Diagnostic-Code: smtp; 550 5.1.1 <ann@example.com>: Recipient address rejected: User unknown"));

    CHECK(mail.kind == Kind::bounce);
    CHECK(mail.no_answer);
    REQUIRE(mail.bounces.size() == 1);
    CHECK(mail.bounces[0].recipient == "ann@example.com");
    CHECK(mail.bounces[0].status == "5.1.1");
    CHECK(mail.bounces[0].action == "failed");
    CHECK(mail.bounces[0].envelope_id == "case-4711.9");
    CHECK(mail.bounces[0].original_message_id == "c.abc@shop.example");
    CHECK(mail.bounces[0].hard);
}

TEST_CASE("each recipient of a report has a fate of its own")
{
    const auto mail =
        understand(report("Final-Recipient: rfc822; a@x.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
                          "Final-Recipient: rfc822; b@x.example\r\nAction: delayed\r\nStatus: 4.2.2\r\n\r\n"
                          "Final-Recipient: rfc822; c@x.example\r\nAction: relayed\r\nStatus: 2.0.0"));

    REQUIRE(mail.bounces.size() == 3);
    CHECK(mail.bounces[0].hard);
    CHECK_FALSE(mail.bounces[1].hard);
    CHECK(mail.bounces[1].action == "delayed");
    CHECK_FALSE(mail.bounces[2].hard);
    CHECK(mail.bounces[2].action == "relayed");
}

TEST_CASE("the server's own words say more than the sum of a report")
{
    const auto mail = understand(report("Final-Recipient: rfc822; a@x.example\r\nAction: failed\r\nStatus: 5.0.0\r\n"
                                        "Diagnostic-Code: smtp; 552 5.2.2 Mailbox full"));

    CHECK(mail.bounces[0].status == "5.2.2");
    CHECK_FALSE(mail.bounces[0].hard);
}

TEST_CASE("free text is understood as well")
{
    const auto mail = daemon_says(
        "Hi. This is the mail program at mx.example.\nI could not deliver your message.\n\n<ann@example.com>:\n"
        "192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 No such user here\nGiving up.\n\n"
        "<bob@example.com>:\n552 5.2.2 mailbox is full\n\n--- Below this line is a copy of the message.\n\n"
        "Message-ID: <c.abc@shop.example>\n");

    CHECK(mail.kind == Kind::bounce);
    REQUIRE(mail.bounces.size() == 2);
    CHECK(mail.bounces[0].recipient == "ann@example.com");
    CHECK(mail.bounces[0].status == "5.1.1");
    CHECK(mail.bounces[0].hard);
    CHECK(mail.bounces[0].original_message_id == "c.abc@shop.example");
    CHECK(mail.bounces[1].recipient == "bob@example.com");
    CHECK_FALSE(mail.bounces[1].hard);
}

TEST_CASE("an address is dead when the server says so, and only then")
{
    CHECK(hard("<a@x.example>: 550 User unknown"));
    CHECK(hard("<a@x.example>: Host or domain name not found. Name service error"));
    CHECK(hard("<a@x.example>: 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup"));
    CHECK(hard("<a@x.example>: 550-5.1.1 The email account that you tried to reach does not exist."));
    CHECK(hard("<a@x.example>: 551 5.1.6 The recipient has moved"));
    CHECK_FALSE(hard("<a@x.example>: 552 Quota exceeded (mailbox for user is full)"));
    CHECK_FALSE(hard("<a@x.example>: 554 5.7.1 Message rejected as spam"));
    CHECK_FALSE(hard("<a@x.example>: 550 5.7.26 This mail is unauthenticated"));
    CHECK_FALSE(hard("<a@x.example>: 451 4.7.1 Greylisted, try again later"));
    CHECK_FALSE(hard("<a@x.example>: 552 5.3.4 Message size exceeds fixed limit"));
    CHECK_FALSE(hard("<a@x.example>: host x said: 550 does not exist, after MAIL FROM:<b@y.example>"));
    CHECK_FALSE(hard("<a@x.example>: delivery temporarily suspended: connection refused"));
    CHECK_FALSE(hard("<a@x.example>: SMTP error from remote server after end of data: 550 unknown user"));
}

TEST_CASE("a warning is no failure")
{
    const auto mail = daemon_says("This is a warning only. Your message could not be delivered for more than 4 "
                                  "hours.\n<a@x.example>: unknown user",
                                  "Delayed Mail (still being retried)");

    CHECK(mail.kind == Kind::bounce);
    REQUIRE(mail.bounces.size() == 1);
    CHECK(mail.bounces[0].action == "delayed");
    CHECK_FALSE(mail.bounces[0].hard);
}

TEST_CASE("servers that speak other languages are understood")
{
    for (const auto* words : {"Δεν ήταν δυνατή η παράδοση: Lamp", "Viestiäsi ei voitu toimittaa", "تحویل ناموفق: Lamp",
                              "Unzustellbar: Lamp", "Non remis : Lamp"}) {
        CAPTURE(std::string(words));
        const auto mail = understand(std::string("From: MicrosoftExchange329e71ec@shop.example\r\nSubject: ") + words +
                                     "\r\n\r\nbob@example.com\r\n550 5.1.10 RESOLVER.ADR.RecipientNotFound");

        CHECK(mail.kind == Kind::bounce);
        REQUIRE(mail.bounces.size() == 1);
        CHECK(mail.bounces[0].recipient == "bob@example.com");
        CHECK(mail.bounces[0].hard);
    }
}

TEST_CASE("a person who writes of bounces is a person")
{
    for (const auto* text : {"My parcel could not be delivered, the address does not exist they say.",
                             "Subject line: Undelivered Mail. User unknown. What does it mean?",
                             "> <a@x.example>: 550 User unknown\nI got this from you."}) {
        const auto mail = understand(std::string("From: Ann <ann@example.com>\r\nReturn-Path: "
                                                 "<ann@example.com>\r\nSubject: Undelivered parcel\r\n\r\n") +
                                     text);

        CHECK(mail.kind == Kind::human);
        CHECK(mail.bounces.empty());
    }
}

TEST_CASE("complaints and receipts are told apart from bounces")
{
    const auto with_part = [](const std::string& type, const std::string& body) {
        return understand("From: fbl@isp.example\r\nSubject: x\r\nContent-Type: multipart/report; "
                          "boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b\r\nContent-Type: " +
                          type + "\r\n\r\n" + body + "\r\n--b--\r\n");
    };

    CHECK(with_part("message/feedback-report", "Feedback-Type: abuse").kind == Kind::feedback_report);
    const auto receipt =
        with_part("message/disposition-notification", "Disposition: manual-action/MDN-sent-manually; displayed");
    CHECK(receipt.kind == Kind::auto_reply);
    CHECK(receipt.automatic_reason == "read_receipt");
}

TEST_CASE("a status that is none of RFC 3463, or no text at all, is not believed")
{
    for (const auto* status : {"8.4.1", "\xff.1.1", "x.1.1"}) {
        const auto mail =
            understand("From: mailer-daemon@isp.example\r\nContent-Type: multipart/report; boundary=b\r\n\r\n"
                       "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n"
                       "Final-Recipient: rfc822; ann@x.example\r\nAction: failed\r\nStatus: " +
                       std::string(status) + "\r\n--b--\r\n");

        REQUIRE(mail.bounces.size() == 1);
        CHECK(mail.bounces[0].status.empty());
    }
}

TEST_CASE("what a notification quotes stays in its line")
{
    const auto mail = understand("From: no-reply@sns.amazonaws.com\r\n\r\n{\"notificationType\":\"Bounce\","
                                 "\"emailAddress\":\"ann@x.example\nBcc: b@x.example\",\"status\":\"5.1.1\nx\"}");

    REQUIRE(mail.bounces.size() == 1);
    CHECK(mail.bounces[0].recipient.find('\n') == std::string::npos);
    CHECK(mail.bounces[0].status.find('\n') == std::string::npos);
}

TEST_CASE("an address in free text is not cut within a letter")
{
    std::string letters = "x"; // 64 bytes before the @ are read, which begin within a letter.
    for (int i = 0; i < 40; ++i) letters += "ä";

    const auto mail = understand("From: mailer-daemon@isp.example\r\nSubject: Undelivered mail\r\nContent-Type: "
                                 "text/plain; charset=utf-8\r\n\r\n<" +
                                 letters + "b@x.example>: 550 user unknown\r\n");

    REQUIRE(mail.bounces.size() == 1);
    CHECK(mail.bounces[0].recipient.starts_with("ä"));
    CHECK(mail.bounces[0].recipient.ends_with("b@x.example"));
}
