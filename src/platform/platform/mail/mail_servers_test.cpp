// SPDX-License-Identifier: Apache-2.0
// Against a real Postfix and a real Dovecot, started by tests/servers/with_mail. Without them every case is skipped.
#include "platform/mail/imap.h"
#include "platform/mail/lmtp.h"
#include "platform/mail/oauth.h"
#include "platform/mail/smtp.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <sstream>
#include <thread>

using namespace amends;
using namespace std::chrono_literals;
using mail::Handed;
using mail::Server;

namespace {

// Which port is what is written in tests/servers/mail/server.
enum Port : std::uint16_t { smtp = 0, submission = 1, imap = 2, tokens = 5, desk_lmtp = 7, imaps = 8, submissions = 9 };

std::string environment(const char* name)
{
    const char* const value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): nobody changes it.
    return value == nullptr ? "" : value;
}

bool servers_run()
{
    if (!environment("AMENDS_TEST_MAIL_PORT").empty()) return true;
    MESSAGE("skipped: start it by tests/servers/with_mail");
    return false;
}

std::uint16_t number_of(Port port)
{
    return static_cast<std::uint16_t>(std::stoi(environment("AMENDS_TEST_MAIL_PORT")) + port);
}

std::string file_of(const std::string& name) { return environment("AMENDS_TEST_MAIL_DIR") + "/etc/" + name; }

Server server(Port port, Server::Security security)
{
    return {.host = "localhost",
            .port = number_of(port),
            .security = security,
            .user = "desk@desk.test",
            .password = "deskpw",
            .ca_file = file_of("ca.crt"),
            .patience = 10s};
}

mail::Outgoing letter(const std::string& to, const std::string& id)
{
    return {.from = "desk+b." + id + ".tag@desk.test",
            .to = to,
            .envelope_id = "case-" + id,
            .bytes = "From: desk@desk.test\r\nTo: " + to + "\r\nSubject: " + id + "\r\nMessage-ID: <" + id +
                     "@desk.test>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                     "Content-Transfer-Encoding: 8bit\r\n\r\nOlen odottanut. Η παραγγελία δεν ήρθε. سلام\r\n.\r\n"};
}

// What came into the desk's mailbox after `uid` and holds this text. Waits for it.
std::string arrived(mail::Imap& inbox, std::uint32_t uid, const std::string& text)
{
    for (const auto until = moment() + 20s; moment() < until;) {
        for (const auto each : inbox.uids_after(uid)) {
            auto bytes = inbox.fetch(each, 1'000'000).bytes;
            if (bytes.find(text) != std::string::npos) return bytes;
        }
        std::this_thread::sleep_for(100ms);
    }
    return "";
}

std::string refresh_token()
{
    std::ifstream lines(file_of("refresh"));
    std::string token;
    lines >> token;
    return token;
}

Result<mail::Token> refreshed(const std::string& token)
{
    return mail::refresh({.token_url = "http://localhost:" + std::to_string(number_of(tokens)) + "/token",
                          .client_id = "desk",
                          .refresh_token = token},
                         SystemClock().now());
}

void revoke(const std::string& token)
{
    std::stringstream left;
    std::ifstream lines(file_of("tokens"));
    for (std::string line; std::getline(lines, line);)
        if (!line.starts_with(token)) left << line << '\n';
    std::ofstream(file_of("tokens")) << left.str();
}

struct Desk {
    std::mutex guard{}; // Of what follows.
    std::vector<std::string> mails{};
    std::vector<mail::Envelope> envelopes{};
    int refusals = 0;

    mail::LmtpListener listener{{.port = number_of(desk_lmtp)},
                                [](const std::string& recipient) {
                                    return recipient.starts_with("nobody@")
                                               ? mail::Answer{550, "5.1.1 nobody has this address"}
                                               : mail::Answer{250, "2.1.5 yes"};
                                },
                                [this](const mail::Envelope& envelope, std::string bytes) {
                                    const std::scoped_lock lock(guard);
                                    if (refusals > 0) {
                                        --refusals;
                                        throw Failure("disk full");
                                    }
                                    mails.push_back(std::move(bytes));
                                    envelopes.push_back(envelope);
                                    return std::vector(envelope.recipients.size(), mail::Answer{250, "2.0.0 kept"});
                                }};

    bool waits_for(std::size_t count)
    {
        for (const auto until = moment() + 20s; moment() < until; std::this_thread::sleep_for(50ms)) {
            const std::scoped_lock lock(guard);
            if (mails.size() >= count) return true;
        }
        return false;
    }
};

} // namespace

TEST_CASE("mail servers: passwords and mails travel encrypted, in both ways, and to the right host only")
{
    if (!servers_run()) return;
    for (const auto& [port, security] : {std::pair(submission, Server::starttls), {submissions, Server::tls}}) {
        auto there = server(port, security);
        CHECK(mail::Smtp(there).probe().kind == Handed::accepted);
        there.ca_file = ""; // The system has never heard of this authority.
        auto handed = mail::Smtp(there).probe();
        CHECK(handed.kind == Handed::later);
        CHECK(handed.reason.starts_with("certificate refused"));
        there = server(port, security);
        there.host = "127.0.0.1"; // Its certificate names localhost only.
        handed = mail::Smtp(there).probe();
        CHECK(handed.reason.starts_with("certificate refused"));
        there = server(port, security);
        there.password = "wrong";
        handed = mail::Smtp(there).probe();
        CHECK(handed.authentication);
    }
    for (const auto& [port, security] : {std::pair(imap, Server::starttls), {imaps, Server::tls}}) {
        auto there = server(port, security);
        mail::Imap(there, "INBOX").connect();
        there.ca_file = "";
        CHECK_THROWS_AS(mail::Imap(there, "INBOX").connect(), Failure);
        there = server(port, security);
        there.host = "127.0.0.1";
        CHECK_THROWS_AS(mail::Imap(there, "INBOX").connect(), Failure);
        there = server(port, security);
        there.password = "wrong";
        CHECK_THROWS_AS(mail::Imap(there, "INBOX").connect(), mail::LoginRefused);
    }
}

TEST_CASE("mail servers: a refreshed token opens mailbox and submission, a revoked one is refused at once")
{
    if (!servers_run()) return;
    const auto token = refreshed(refresh_token());
    REQUIRE(token);
    CHECK(token->expires_at > SystemClock().now() + 50min);
    auto reading = server(imaps, Server::tls);
    auto sending = server(submission, Server::starttls);
    reading.token = sending.token = token->access;
    mail::Imap(reading, "INBOX").connect();
    CHECK(mail::Smtp(sending).probe().kind == Handed::accepted);

    revoke(token->access);

    CHECK_THROWS_AS(mail::Imap(reading, "INBOX").connect(), mail::LoginRefused);
    const auto handed = mail::Smtp(sending).send(letter("anna@customer.test", "revoked"));
    CHECK(handed.kind == Handed::later);
    CHECK(handed.authentication);

    const auto next = refreshed(refresh_token());
    REQUIRE(next);
    reading.token = next->access;
    mail::Imap(reading, "INBOX").connect();
}

TEST_CASE("mail servers: a refresh token that was used is over, and the new one is not")
{
    if (!servers_run()) return;
    const auto old = refresh_token();
    const auto token = refreshed(old);
    REQUIRE(token);

    const auto again = refreshed(old);

    REQUIRE_FALSE(again);
    CHECK(again.error().code == "oauth.refused");
    CHECK(again.error().field == "invalid_grant");
    CHECK(refreshed(token->refresh));
}

TEST_CASE("mail servers: IDLE tells of a mail within two seconds, and the mail comes as it was sent, unread")
{
    if (!servers_run()) return;
    mail::Imap inbox(server(imaps, Server::tls), "INBOX");
    inbox.connect();
    const auto before = inbox.examine();
    CHECK(before.uid_validity != 0);
    auto mail = letter("desk+c.1.tag@desk.test", "idle");
    mail.report = false; // Or the report would be a second one.
    std::atomic<Moment::rep> sent = 0;
    std::jthread sender([&] {
        std::this_thread::sleep_for(300ms);
        mail::Smtp smtp(server(submission, Server::starttls));
        CHECK(smtp.send(mail).kind == Handed::accepted);
        sent = moment().time_since_epoch().count();
    });

    CHECK(inbox.idle(20s, {}));
    const auto heard = moment();
    sender.join();

    CHECK(heard - Moment(Moment::duration(sent.load())) < 2s);
    const auto uids = inbox.uids_after(before.uid_next - 1);
    REQUIRE(uids.size() == 1);
    for (int reading = 0; reading < 2; ++reading) {
        const auto fetched = inbox.fetch(uids[0], 1'000'000);
        CHECK(fetched.bytes.ends_with(mail.bytes.substr(mail.bytes.find("\r\n\r\n"))));
        CHECK(fetched.bytes.find("Delivered-To: desk+c.1.tag@desk.test") != std::string::npos);
        CHECK(fetched.size == fetched.bytes.size());
        CHECK(fetched.internal_date_ms > SystemClock().now().time_since_epoch().count() - 60'000);
    }
    const auto only_header = inbox.fetch(uids[0], 100);
    CHECK(only_header.too_large);
    CHECK(only_header.bytes.ends_with("\r\n\r\n"));
    CHECK(inbox.fetch(uids[0] + 1000, 100).uid == 0);
    std::stop_source stopped;
    stopped.request_stop();
    const auto start = moment();
    CHECK_FALSE(inbox.idle(20s, stopped.get_token()));
    CHECK(moment() - start < 2s);
}

TEST_CASE("mail servers: success and failure come back as reports to the address of the sender")
{
    if (!servers_run()) return;
    mail::Imap inbox(server(imaps, Server::tls), "INBOX");
    inbox.connect();
    const auto before = inbox.examine();
    mail::Smtp smtp(server(submission, Server::starttls));

    CHECK(smtp.send(letter("nobody@gone.test", "dsn1")).kind == Handed::accepted);
    const auto handed = smtp.send(letter("anna@customer.test", "dsn2"));

    CHECK(handed.kind == Handed::accepted);
    CHECK(handed.provider_ref.size() > 5);
    CHECK(handed.provider_ref.find(' ') == std::string::npos);
    const auto failure = arrived(inbox, before.uid_next - 1, "Original-Envelope-Id: case-dsn1");
    CHECK(failure.find("Delivered-To: desk+b.dsn1.tag@desk.test") != std::string::npos);
    CHECK(failure.find("Action: failed\r\nStatus: 5.1.1") != std::string::npos);
    const auto success = arrived(inbox, before.uid_next - 1, "Original-Envelope-Id: case-dsn2");
    CHECK(success.find("Status: 2.0.0") != std::string::npos);
}

TEST_CASE("mail servers: a copy of ours is put into a folder with a Persian name, as read")
{
    if (!servers_run()) return;
    mail::Imap mailbox(server(imaps, Server::tls), "پیام‌های فرستاده");
    mailbox.connect();
    mailbox.append("پیام‌های فرستاده", "Subject: copy\n\nفرستادیم\n");

    const auto box = mailbox.examine();

    CHECK(box.exists >= 1);
    CHECK(mailbox.fetch(box.uid_next - 1, 1000).bytes == "Subject: copy\r\n\r\nفرستادیم\r\n");
}

TEST_CASE("mail servers: a folder that is not there is a Failure, and so is a mail nobody may send")
{
    if (!servers_run()) return;
    mail::Imap mailbox(server(imaps, Server::tls), "no such folder");
    mailbox.connect();
    CHECK_THROWS_AS(static_cast<void>(mailbox.examine()), Failure);

    auto anonymous = server(submission, Server::starttls);
    anonymous.user = "";
    const auto handed = mail::Smtp(anonymous).send(letter("anna@customer.test", "anonymous"));
    CHECK(handed.kind != Handed::accepted);
}

TEST_CASE("mail servers: Postfix hands mails to our listener, byte for byte, small and large, and to foreign addresses")
{
    if (!servers_run()) return;
    Desk desk;
    auto there = server(smtp, Server::plain);
    there.user = "";
    mail::Smtp postfix(there);
    auto large = letter("help@lmtp.test", "large");
    for (int line = 0; line < 100'000; ++line)
        large.bytes += ".line " + std::to_string(line) + " of a large mail, hätä\r\n";

    CHECK(postfix.send(letter("help+c.1.tag@lmtp.test", "small")).kind == Handed::accepted);
    REQUIRE(desk.waits_for(1));
    CHECK(postfix.send(large).kind == Handed::accepted);
    REQUIRE(desk.waits_for(2));
    CHECK(postfix.send(letter("apu-hätä@lmtp.test", "foreign")).kind == Handed::accepted);
    REQUIRE(desk.waits_for(3));

    CHECK(desk.envelopes[0].recipients == std::vector<std::string>{"help+c.1.tag@lmtp.test"});
    CHECK(desk.envelopes[0].sender == "desk+b.small.tag@desk.test");
    CHECK(desk.mails[0].ends_with("سلام\r\n.\r\n"));
    CHECK(desk.mails[1].ends_with(large.bytes.substr(large.bytes.find("\r\n\r\n"))));
    CHECK(desk.envelopes[2].recipients == std::vector<std::string>{"apu-hätä@lmtp.test"});
    CHECK(desk.envelopes[2].parameters.contains("SMTPUTF8"));
}

TEST_CASE("mail servers: what our listener cannot keep now comes again, and whom it does not know is told so")
{
    if (!servers_run()) return;
    mail::Imap inbox(server(imaps, Server::tls), "INBOX");
    inbox.connect();
    const auto before = inbox.examine();
    Desk desk;
    desk.refusals = 2;
    auto there = server(smtp, Server::plain);
    there.user = "";
    mail::Smtp postfix(there);

    CHECK(postfix.send(letter("help@lmtp.test", "again")).kind == Handed::accepted);
    CHECK(postfix.send(letter("nobody@lmtp.test", "unknown")).kind == Handed::accepted);

    CHECK(desk.waits_for(1));
    CHECK(desk.refusals == 0);
    CHECK(arrived(inbox, before.uid_next - 1, "Original-Envelope-Id: case-unknown").find("Status: 5.1.1") !=
          std::string::npos);
}
