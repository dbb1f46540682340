// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/smtp.h"
#include "platform/mail/smtp_text.h"
#include "platform/mail/xoauth2.h"
#include "testing/peer.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace std::chrono_literals;
using mail::Handed;
using testing::Peer;
using testing::Talk;

namespace {

mail::Server at(const Peer& peer)
{
    return {.host = "127.0.0.1", .port = peer.port(), .security = mail::Server::plain, .patience = 300ms};
}

const mail::Outgoing letter{.from = "desk+b.1.tag@desk.test",
                            .to = "anna@customer.test",
                            .envelope_id = "m=1",
                            .bytes = "Subject: sorry\r\n\r\n.hidden\r\nHyvä Anna\r\n"};

// Up to the first command after EHLO.
void greet(Talk& client, std::string_view offers = "250 DSN")
{
    client.say("220 mx.test ESMTP");
    client.line();
    client.say("250-mx.test");
    client.say(offers);
}

// Takes the envelope and says 354; gives back MAIL and RCPT.
std::string envelope(Talk& client)
{
    auto commands = client.line() + "\n";
    client.say("250 2.1.0 ok");
    commands += client.line();
    client.say("250 2.1.5 ok");
    client.line();
    client.say("354 go on");
    return commands;
}

Handed send_to(const Peer::Script& script, const mail::Outgoing& mail = letter)
{
    const Peer peer(script);
    return mail::Smtp(at(peer)).send(mail);
}

} // namespace

TEST_CASE("SMTP: an accepted mail has the server's reference and went out with VERP, ENVID and a wish for reports")
{
    std::string commands;
    std::string body;
    const auto handed = send_to([&](Talk& client) {
        greet(client, "250-8BITMIME\r\n250-SIZE 1000\r\n250 dsn");
        commands = envelope(client);
        body = client.until(".");
        client.say("250 2.0.0 Ok: queued as 4XyZ");
        client.line();
    });

    CHECK(handed.kind == Handed::accepted);
    CHECK(handed.provider_ref == "4XyZ");
    CHECK(handed.code == 250);
    CHECK(commands == "MAIL FROM:<desk+b.1.tag@desk.test> SIZE=39 BODY=8BITMIME RET=HDRS ENVID=m+3D1\n"
                      "RCPT TO:<anna@customer.test> NOTIFY=SUCCESS,FAILURE,DELAY ORCPT=rfc822;anna@customer.test");
    CHECK(body == "Subject: sorry\r\n\r\n..hidden\r\nHyvä Anna\r\n");
}

TEST_CASE("SMTP: nothing is asked of a server that it does not offer")
{
    std::string commands;
    send_to([&](Talk& client) {
        greet(client, "250 HELP");
        commands = envelope(client);
    });
    CHECK(commands == "MAIL FROM:<desk+b.1.tag@desk.test>\nRCPT TO:<anna@customer.test>");

    auto foreign = letter;
    foreign.to = "άννα@customer.test";
    const auto handed = send_to([&](Talk& client) { greet(client); }, foreign);
    CHECK(handed.kind == Handed::failed);
    CHECK(handed.reason.find("SMTPUTF8") != std::string::npos);

    auto large = letter;
    large.bytes = std::string(101, 'x');
    CHECK(send_to([&](Talk& client) { greet(client, "250 SIZE 100"); }, large).kind == Handed::failed);
}

TEST_CASE("SMTP: a foreign address is said as it is when the server offers SMTPUTF8")
{
    auto foreign = letter;
    foreign.to = "άννα@customer.test";
    std::string commands;
    send_to(
        [&](Talk& client) {
            greet(client, "250-SMTPUTF8\r\n250 DSN");
            commands = envelope(client);
        },
        foreign);

    CHECK(commands.find("SMTPUTF8 RET=HDRS") != std::string::npos);
    CHECK(commands.ends_with("RCPT TO:<άννα@customer.test> NOTIFY=SUCCESS,FAILURE,DELAY"));
}

TEST_CASE("SMTP: nothing in an address can end the command")
{
    for (const auto* address : {"a@b.test>\r\nRCPT TO:<c@d.test", "a@b.test\nX", "a b@c.test", "a>b@c.test",
                                "a@b@c>.test", "\"a@b.test", "a@", "@b", "", "nobody", "a@b.test\xff", "a\\@b.test"}) {
        const mail::Server nowhere{.host = "127.0.0.1", .port = 1};
        auto mail = letter;
        mail.to = address;
        CHECK(mail::Smtp(nowhere).send(mail).kind == Handed::failed);
        mail = letter;
        mail.from = address;
        if (!mail.from.empty()) CHECK(mail::Smtp(nowhere).send(mail).kind == Handed::failed);
    }
    CHECK(mail::xtext("a=b+c\r\nd") == "a+3Db+2Bc+0D+0Ad");
}

TEST_CASE("SMTP: nothing in a mail can end the mail")
{
    CHECK(mail::for_the_wire("a\n.\nMAIL FROM:<x>\r.\r\n.") == "a\r\n..\r\nMAIL FROM:<x>\r\n..\r\n..\r\n");
    CHECK(mail::for_the_wire("").empty());
    CHECK(mail::for_the_wire("\r\n\n\r") == "\r\n\r\n\r\n");
}

TEST_CASE("SMTP: 4xx means later and 5xx failed, wherever it is said")
{
    const auto at_recipient = [](std::string_view answer) {
        return send_to([answer](Talk& client) {
            greet(client);
            client.line();
            client.say("250 ok");
            client.line();
            client.say(answer);
        });
    };
    auto handed = at_recipient("550-5.1.1 no such\r\n550 5.1.1 customer");
    CHECK(handed.kind == Handed::failed);
    CHECK(handed.code == 550);
    CHECK(handed.reason == "5.1.1 no such 5.1.1 customer");
    handed = at_recipient("451 4.7.1 greylisted");
    CHECK(handed.kind == Handed::later);
    CHECK(handed.code == 451);
    CHECK(at_recipient("421 4.3.2 closing").kind == Handed::later);

    for (const auto& [answer, kind] :
         {std::pair("554 5.6.0 spam", Handed::failed), {"452 4.3.1 full", Handed::later}}) {
        handed = send_to([&](Talk& client) {
            greet(client);
            envelope(client);
            client.until(".");
            client.say(answer);
        });
        CHECK(handed.kind == kind);
    }
}

TEST_CASE("SMTP: what is wrong with us is not held against the mail")
{
    auto handed = send_to([](Talk& client) { client.say("554 5.7.1 your network is not welcome"); });
    CHECK(handed.kind == Handed::later);
    CHECK(handed.code == 554);

    handed = send_to([](Talk& client) {
        greet(client);
        client.line();
        client.say("530 5.7.0 Authentication required");
    });
    CHECK(handed.kind == Handed::later);
    CHECK(handed.authentication);

    handed = send_to([](Talk& client) {
        greet(client);
        client.line();
        client.say("550 5.7.30 Basic authentication is not supported");
    });
    CHECK(handed.kind == Handed::later);
    CHECK(handed.authentication);
}

TEST_CASE("SMTP: a mail is unconfirmed when it was sent and no answer came, and only then")
{
    // Broken after the final dot.
    auto handed = send_to([](Talk& client) {
        greet(client);
        envelope(client);
        client.until(".");
    });
    CHECK(handed.kind == Handed::unconfirmed);

    // Silent after the final dot.
    handed = send_to([](Talk& client) {
        greet(client);
        envelope(client);
        client.until(".");
        client.line();
    });
    CHECK(handed.kind == Handed::unconfirmed);

    // Gibberish after the final dot.
    handed = send_to([](Talk& client) {
        greet(client);
        envelope(client);
        client.until(".");
        client.say("yes, dear");
    });
    CHECK(handed.kind == Handed::unconfirmed);

    // Broken after DATA was answered, while a mail is sent that fits into no buffer.
    auto large = letter;
    large.bytes = std::string(30'000'000, 'x');
    handed = send_to(
        [](Talk& client) {
            greet(client);
            envelope(client);
            client.bytes(1000);
        },
        large);
    CHECK(handed.kind == Handed::later);

    // Broken before.
    handed = send_to([](Talk& client) {
        greet(client);
        client.line();
    });
    CHECK(handed.kind == Handed::later);
}

TEST_CASE("SMTP: a server that is not there, says nothing, or speaks something else ends in later")
{
    std::uint16_t closed = 0;
    {
        const Peer peer(Peer::Script([](Talk&) {}));
        closed = peer.port();
    }
    CHECK(mail::Smtp({.host = "127.0.0.1", .port = closed, .patience = 300ms}).send(letter).kind == Handed::later);
    CHECK(mail::Smtp({.host = "no-such-host.invalid", .port = 25, .patience = 300ms}).send(letter).kind ==
          Handed::later);
    CHECK(send_to([](Talk& client) { client.line(); }).kind == Handed::later);
    CHECK(send_to([](Talk& client) { client.say("HTTP/1.1 400 Bad Request"); }).kind == Handed::later);
    CHECK(send_to([](Talk& client) { client.raw(std::string(100'000, '2')); }).kind == Handed::later);
    CHECK(send_to([](Talk& client) { client.say("22"); }).kind == Handed::later);
    CHECK(send_to([](Talk& client) {
              while (client.say("220-more")) {}
          }).kind == Handed::later);
}

TEST_CASE("SMTP: words of a server become words that can be shown")
{
    CHECK(mail::in_plain_words("a\tb\x01\xff") == "a b ?");
    CHECK(mail::in_plain_words("ei käy") == "ei käy");
    CHECK(mail::in_plain_words(std::string(5000, 'x')).size() == 500);
}

TEST_CASE("SMTP: a connection is kept for the next mail, and a dead one is replaced without a loss")
{
    const auto take = [](Talk& client, std::string_view answer) {
        envelope(client);
        client.until(".");
        client.say(answer);
    };
    std::string second;
    const Peer peer({[&](Talk& client) {
                         greet(client);
                         take(client, "250 2.0.0 one");
                         second = client.line();
                         client.say("250 2.0.0 reset");
                         take(client, "250 2.0.0 two");
                         client.line();
                         client.say("250 2.0.0 reset");
                         client.line(); // MAIL, and then the server dies.
                     },
                     [&](Talk& client) {
                         greet(client);
                         take(client, "250 2.0.0 three");
                         client.say("421 4.4.2 idle too long");
                     },
                     [&](Talk& client) {
                         greet(client);
                         take(client, "250 2.0.0 four");
                     }});
    mail::Smtp smtp(at(peer));

    CHECK(smtp.send(letter).provider_ref == "2.0.0 one");
    CHECK(smtp.send(letter).provider_ref == "2.0.0 two");
    CHECK(second == "RSET");
    CHECK(smtp.send(letter).provider_ref == "2.0.0 three");
    std::this_thread::sleep_for(50ms);
    CHECK(smtp.send(letter).provider_ref == "2.0.0 four");
    CHECK(smtp.send(letter).kind == Handed::later);
}

TEST_CASE("SMTP: an unconfirmed mail is not sent again by itself")
{
    int mails = 0;
    const auto break_after_dot = [&](Talk& client) {
        greet(client);
        envelope(client);
        client.until(".");
        client.say("250 one");
        client.line();
        client.say("250 reset");
        envelope(client);
        client.until(".");
        ++mails;
    };
    const Peer peer({break_after_dot, break_after_dot});
    mail::Smtp smtp(at(peer));
    CHECK(smtp.send(letter).kind == Handed::accepted);

    CHECK(smtp.send(letter).kind == Handed::unconfirmed);
    CHECK(mails == 1);
}

TEST_CASE("SMTP: logging in by password, in both ways, and by token")
{
    const auto login = [](mail::Server server, const Peer::Script& script) {
        const Peer peer(script);
        server.host = "127.0.0.1";
        server.port = peer.port();
        server.security = mail::Server::plain;
        server.patience = 300ms;
        return mail::Smtp(server).probe();
    };
    const auto welcome = [](Talk& client) {
        client.say("235 2.7.0 welcome");
        client.line();
        client.say("250 2.0.0 noop");
    };
    std::string said;
    auto handed = login({.user = "desk@desk.test", .password = "pw"}, [&](Talk& client) {
        greet(client, "250 AUTH LOGIN PLAIN");
        said = client.line();
        welcome(client);
    });
    CHECK(said == "AUTH PLAIN AGRlc2tAZGVzay50ZXN0AHB3");
    CHECK(handed.kind == Handed::accepted);

    handed = login({.user = "desk@desk.test", .password = "pw"}, [&](Talk& client) {
        greet(client, "250 AUTH LOGIN");
        said = client.line();
        client.say("334 VXNlcm5hbWU6");
        said += " " + client.line();
        client.say("334 UGFzc3dvcmQ6");
        said += " " + client.line();
        welcome(client);
    });
    CHECK(said == "AUTH LOGIN ZGVza0BkZXNrLnRlc3Q= cHc=");
    CHECK(handed.kind == Handed::accepted);

    handed = login({.user = "desk@desk.test", .token = "stale"}, [&](Talk& client) {
        greet(client, "250 AUTH XOAUTH2");
        said = client.line();
        client.say("334 " + mail::base64(R"({"status":"401"})"));
        said += "|" + client.line();
        client.say("535 5.7.8 token expired");
    });
    CHECK(said == "AUTH XOAUTH2 dXNlcj1kZXNrQGRlc2sudGVzdAFhdXRoPUJlYXJlciBzdGFsZQEB|");
    CHECK(handed.kind == Handed::later);
    CHECK(handed.authentication);
    CHECK(handed.reason == "5.7.8 token expired");

    handed = login({.user = "desk@desk.test", .password = "pw"}, [&](Talk& client) {
        greet(client, "250 AUTH PLAIN");
        client.line();
        client.say("454 4.7.0 ask again");
    });
    CHECK(handed.kind == Handed::later);
    CHECK_FALSE(handed.authentication);
}

TEST_CASE("SMTP: encryption that was asked for is never done without")
{
    const auto plain_talk = [](mail::Server::Security security, const Peer::Script& script) {
        const Peer peer(script);
        auto server = at(peer);
        server.security = security;
        server.user = "desk";
        server.patience = 5s; // Reading the system's authorities takes a moment under the sanitizers.
        return mail::Smtp(server).send(letter);
    };
    std::string heard;
    auto handed = plain_talk(mail::Server::starttls, [&](Talk& client) {
        greet(client, "250 AUTH PLAIN");
        heard = client.line();
    });
    CHECK(handed.kind == Handed::later);
    CHECK(handed.reason == "the server offers no STARTTLS");
    CHECK(heard == "(gone)");

    // Answers smuggled in behind the go-ahead, as a man in the middle would.
    handed = plain_talk(mail::Server::starttls, [&](Talk& client) {
        greet(client, "250 STARTTLS");
        client.line();
        client.raw("220 go\r\n250 AUTH PLAIN\r\n");
        heard = client.line();
    });
    CHECK(handed.reason == "the server spoke ahead of the encryption");
    CHECK(heard == "(gone)");

    handed = plain_talk(mail::Server::tls, [&](Talk& client) {
        client.say("220 no TLS here");
        CHECK(client.gone());
    });
    CHECK(handed.kind == Handed::later);
    CHECK(handed.reason.starts_with("TLS"));
}
