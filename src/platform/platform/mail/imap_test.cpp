// SPDX-License-Identifier: Apache-2.0
#include "base/time.h"
#include "platform/mail/imap.h"
#include "platform/mail/imap_answer.h"
#include "testing/peer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <stop_token>
#include <thread>

using namespace amends;
using namespace std::chrono_literals;
using testing::Peer;
using testing::Talk;

namespace {

// Reads a command, says what stands before the verdict, then the verdict; gives back the command without its tag.
std::string reply(Talk& client, std::string_view before = "", std::string_view verdict = "OK done")
{
    const auto command = client.line();
    const auto space = std::min(command.find(' '), command.size());
    if (!before.empty()) client.say(before);
    client.say(command.substr(0, space) + " " + std::string(verdict));
    return command.substr(std::min(space + 1, command.size()));
}

void greet(Talk& client, std::string_view abilities = "* CAPABILITY IMAP4rev1 IDLE SASL-IR")
{
    client.say("* OK ready");
    reply(client, abilities);
}

void show(Talk& client, std::string_view exists = "* 2 EXISTS")
{
    reply(client, std::string(exists) + "\r\n* OK [UIDVALIDITY 77] ok\r\n* OK [UIDNEXT 9] ok");
}

mail::Server at(const Peer& peer)
{
    return {.host = "127.0.0.1", .port = peer.port(), .security = mail::Server::plain, .patience = 300ms};
}

struct Inbox {
    Peer peer;
    mail::Imap imap;

    explicit Inbox(const Peer::Script& script, const std::string& folder = "INBOX")
        : peer(script), imap(at(peer), folder)
    {
        imap.connect();
    }
};

} // namespace

TEST_CASE("IMAP: what is new is told by the server's numbers")
{
    std::vector<std::string> said;
    Inbox inbox([&](Talk& client) {
        greet(client);
        show(client);
        said.push_back(reply(client, "* 3 EXISTS"));
        said.push_back(reply(client, "* 3 FETCH (FLAGS (\\Seen))\r\n* SEARCH 12 9\r\n* SEARCH 10 7 9\r\n* 4 EXISTS"));
        client.line();
    });

    const auto box = inbox.imap.examine();
    CHECK(box.uid_validity == 77);
    CHECK(box.uid_next == 9);
    CHECK(box.exists == 2);
    CHECK(inbox.imap.uids_after(7) == std::vector<std::uint32_t>{9, 10, 12});
    CHECK(inbox.imap.idle(0ms, {})); // One more came while the server searched.
    CHECK(said == std::vector<std::string>{"NOOP", "UID SEARCH UID 8:*"});
}

TEST_CASE("IMAP: an empty folder has nothing new")
{
    Inbox inbox([&](Talk& client) {
        greet(client);
        show(client, "* 0 EXISTS");
        reply(client);
        client.line();
    });
    CHECK(inbox.imap.examine().exists == 0);
    CHECK(inbox.imap.uids_after(0).empty());
}

TEST_CASE("IMAP: a mail is read by its count, without a trace, whatever stands in it")
{
    const std::string letter =
        "Subject: )\r\n\r\na5 OK fooled\r\n* 9 EXISTS\r\n{7}\r\n" + std::string(1, '\0') + "\xff end";
    std::vector<std::string> said;
    Inbox inbox([&](Talk& client) {
        greet(client);
        show(client);
        said.push_back(
            reply(client, "* 1 FETCH (UID 4 FLAGS ())\r\n* 3 EXISTS\r\n* 2 FETCH (FLAGS (\\Seen) UID 8 RFC822.SIZE " +
                              std::to_string(letter.size()) + " INTERNALDATE \"17-Jul-1996 02:44:25 -0700\")"));
        said.push_back(reply(client, "* 2 FETCH (UID 8 X (a (b \"c)\")) BODY[] {" + std::to_string(letter.size()) +
                                         "}\r\n" + letter + " FLAGS (\\Seen))\r\n* 2 FETCH (FLAGS ())"));
        client.line();
    });
    CHECK(inbox.imap.examine().exists == 2);

    const auto mail = inbox.imap.fetch(8, 1000);

    CHECK(mail.uid == 8);
    CHECK(mail.bytes == letter);
    CHECK(mail.size == letter.size());
    CHECK(mail.internal_date_ms == 837'596'665'000);
    CHECK_FALSE(mail.too_large);
    CHECK(said ==
          std::vector<std::string>{"UID FETCH 8 (UID RFC822.SIZE INTERNALDATE)", "UID FETCH 8 (UID BODY.PEEK[])"});
}

TEST_CASE("IMAP: a short mail may come in quotes, an empty one as NIL")
{
    Inbox inbox([&](Talk& client) {
        greet(client);
        reply(client, "* 1 FETCH (UID 1 RFC822.SIZE 5)");
        reply(client, "* 1 FETCH (BODY[] \"a \\\"b\\\\\" UID 1)");
        reply(client, "* 1 FETCH (UID 1 RFC822.SIZE 0)");
        reply(client, "* 1 FETCH (UID 1 BODY[] NIL)");
        client.line();
    });
    CHECK(inbox.imap.fetch(1, 1000).bytes == "a \"b\\");
    const auto empty = inbox.imap.fetch(1, 1000);
    CHECK(empty.uid == 1);
    CHECK(empty.bytes.empty());
}

TEST_CASE("IMAP: of a mail that is too large the header comes, also when the server lied about the size")
{
    std::vector<std::string> said;
    Inbox inbox([&](Talk& client) {
        greet(client);
        reply(client, "* 1 FETCH (UID 1 RFC822.SIZE 5000)");
        said.push_back(reply(client, "* 1 FETCH (UID 1 BODY[HEADER] {12}\r\nSubject: a\r\n)"));
        reply(client, "* 1 FETCH (UID 2 RFC822.SIZE 10)");
        reply(client, "* 1 FETCH (UID 2 BODY[] {5000}\r\n" + std::string(5000, 'x') + ")");
        said.push_back(reply(client, "* 1 FETCH (UID 2 BODY[HEADER] {12}\r\nSubject: b\r\n)"));
        reply(client, "* 1 FETCH (UID 3 RFC822.SIZE 99999999999999)");
        said.push_back(reply(client, "* 1 FETCH (UID 3 BODY[HEADER] {12}\r\nSubject: c\r\n)"));
        client.line();
    });

    for (const std::uint32_t uid : {1U, 2U, 3U}) {
        const auto mail = inbox.imap.fetch(uid, 1000);
        CHECK(mail.uid == uid);
        CHECK(mail.too_large);
        CHECK(mail.bytes.starts_with("Subject: "));
    }
    CHECK(said.at(0) == "UID FETCH 1 (UID BODY.PEEK[HEADER])");
}

TEST_CASE("IMAP: a mail that is gone, and one that the server will not give, stop nobody")
{
    Inbox inbox([&](Talk& client) {
        greet(client);
        reply(client);
        reply(client, "* 1 FETCH (UID 2 RFC822.SIZE 10)");
        reply(client, "* 1 EXPUNGE");
        reply(client, "* 1 FETCH (UID 3 RFC822.SIZE 10)");
        reply(client, "", "NO [SERVERBUG] broken on disk");
        reply(client);
        client.line();
    });
    CHECK(inbox.imap.fetch(1, 1000).uid == 0);
    CHECK(inbox.imap.fetch(2, 1000).uid == 0);
    CHECK(inbox.imap.fetch(3, 1000).refusal == "[SERVERBUG] broken on disk");
    inbox.imap.noop();
}

TEST_CASE("IMAP: IDLE wakes when a mail comes and goes on when one goes")
{
    std::vector<std::string> said;
    Inbox inbox([&](Talk& client) {
        greet(client);
        show(client);
        const auto tag = client.line().substr(0, 2);
        client.say("+ idling");
        client.say("* OK still here\r\n* 1 EXPUNGE\r\n* 1 RECENT");
        std::this_thread::sleep_for(20ms);
        client.say("* 2 EXISTS");
        said.push_back(client.line());
        client.say(tag + " OK");
        client.line();
    });
    CHECK(inbox.imap.examine().exists == 2);

    CHECK(inbox.imap.idle(10s, {}));
    CHECK(said == std::vector<std::string>{"DONE"});
}

TEST_CASE("IMAP: IDLE ends in time, and at once when asked to stop")
{
    Inbox inbox([&](Talk& client) {
        greet(client);
        show(client);
        for (int i = 0; i < 2; ++i) {
            const auto tag = client.line().substr(0, 2);
            client.say("+ idling");
            client.line();
            client.say(tag + " OK");
        }
        client.line();
    });
    CHECK(inbox.imap.examine().exists == 2);
    auto start = moment();
    CHECK_FALSE(inbox.imap.idle(100ms, {}));
    CHECK(moment() - start < 5s);

    std::stop_source source;
    const std::jthread impatient([&] {
        std::this_thread::sleep_for(50ms);
        source.request_stop();
    });
    start = moment();
    CHECK_FALSE(inbox.imap.idle(60s, source.get_token()));
    CHECK(moment() - start < 5s);
}

TEST_CASE("IMAP: a server that cannot do IDLE is asked")
{
    Inbox inbox([&](Talk& client) {
        greet(client, "* CAPABILITY IMAP4rev1");
        show(client);
        reply(client);
        reply(client, "* 3 EXISTS");
        client.line();
    });
    CHECK(inbox.imap.examine().exists == 2);
    CHECK_FALSE(inbox.imap.idle(50ms, {}));
    CHECK(inbox.imap.idle(50ms, {}));
}

TEST_CASE("IMAP: a copy is appended as read, and its folder made when it is missing")
{
    std::vector<std::string> said;
    Inbox inbox([&](Talk& client) {
        greet(client);
        said.push_back(reply(client, "", "NO [TRYCREATE] no such folder"));
        said.push_back(reply(client));
        const auto command = client.line();
        said.push_back(command.substr(3));
        client.say("* 1 RECENT\r\n+ go on");
        said.push_back(client.bytes(14));
        client.line();
        client.say(command.substr(0, 2) + " OK");
        client.line();
    });

    inbox.imap.append("Lähetetyt & \"ok\"", "a: b\n\nhyvä\n");

    CHECK(said == std::vector<std::string>{R"(APPEND "L&AOQ-hetetyt &- \"ok\"" (\Seen) {15})",
                                           R"(CREATE "L&AOQ-hetetyt &- \"ok\"")",
                                           R"(APPEND "L&AOQ-hetetyt &- \"ok\"" (\Seen) {15})", "a: b\r\n\r\nhyvä\r"});
}

TEST_CASE("IMAP: logging in by password and by token")
{
    std::vector<std::string> said;
    const auto login = [&](mail::Server wish, const Peer::Script& script) {
        said.clear();
        const Peer peer(script);
        auto server = at(peer);
        server.user = "desk@desk.test";
        server.password = wish.password;
        server.token = wish.token;
        mail::Imap(server, "INBOX").connect();
    };
    login({.password = "p\"w"}, [&](Talk& client) {
        greet(client, "* CAPABILITY IMAP4rev1");
        said.push_back(reply(client));
        reply(client, "* CAPABILITY IMAP4rev1");
    });
    CHECK(said.at(0) == R"(LOGIN "desk@desk.test" "p\"w")");

    login({.token = "good"}, [&](Talk& client) {
        greet(client);
        said.push_back(reply(client));
        reply(client);
    });
    CHECK(said.at(0) == "AUTHENTICATE XOAUTH2 dXNlcj1kZXNrQGRlc2sudGVzdAFhdXRoPUJlYXJlciBnb29kAQE=");

    CHECK_THROWS_AS(login({.token = "bad"},
                          [&](Talk& client) {
                              greet(client, "* CAPABILITY IMAP4rev1 AUTH=XOAUTH2");
                              const auto tag = client.line().substr(0, 2);
                              client.say("+ ");
                              said.push_back(client.line());
                              client.say("+ eyJzdGF0dXMiOiI0MDEifQ==");
                              said.push_back(client.line());
                              client.say(tag + " NO [AUTHENTICATIONFAILED] token is over");
                          }),
                    mail::LoginRefused);
    CHECK(said == std::vector<std::string>{"dXNlcj1kZXNrQGRlc2sudGVzdAFhdXRoPUJlYXJlciBiYWQBAQ==", ""});

    const auto unavailable = [&] {
        login({.password = "pw"}, [&](Talk& client) {
            greet(client, "* CAPABILITY IMAP4rev1");
            reply(client, "", "NO [UNAVAILABLE] database is down");
        });
    };
    CHECK_THROWS_WITH_AS(unavailable(), "127.0.0.1: [UNAVAILABLE] database is down", Failure);
}

TEST_CASE("IMAP: encryption that was asked for is never done without")
{
    std::string heard;
    const auto connect = [](const Peer::Script& script) {
        const Peer peer(script);
        auto server = at(peer);
        server.security = mail::Server::starttls;
        server.user = "desk";
        mail::Imap(server, "INBOX").connect();
    };
    CHECK_THROWS_AS(connect([&](Talk& client) {
                        greet(client);
                        heard = client.line();
                    }),
                    Failure);
    CHECK(heard == "(gone)");
    CHECK_THROWS_WITH_AS(connect([&](Talk& client) {
                             greet(client, "* CAPABILITY IMAP4rev1 STARTTLS");
                             const auto tag = client.line().substr(0, 2);
                             client.raw(tag + " OK go\r\n* OK [UIDNEXT 5]\r\n");
                             heard = client.line();
                         }),
                         "127.0.0.1: the server spoke ahead of the encryption", Failure);
    CHECK(heard == "(gone)");
}

namespace {

// Greetings that are none, and answers without end.
const std::vector<Peer::Script> endless_peers{
    [](Talk& client) { client.line(); },
    [](Talk& client) { client.say("* BYE too many"); },
    [](Talk& client) { client.say("220 this is SMTP"); },
    [](Talk& client) {
        while (client.raw(std::string(100'000, 'x'))) {}
    },
    [](Talk& client) {
        greet(client);
        while (client.say("* OK and so on")) {}
    },
    [](Talk& client) {
        greet(client);
        while (client.say("* 1 FETCH (BODY[] {1}\r\nx")) {}
    },
    [](Talk& client) {
        greet(client);
        client.line();
        client.raw("* X");
        while (client.raw(" {1}\r\nx")) {}
    },
    [](Talk& client) {
        greet(client);
        client.line();
        client.say("* 1 FETCH (UID 1 RFC822.SIZE 1 BODY[] {18446744073709551615}");
        while (client.raw(std::string(100'000, 'x'))) {}
    },
    [](Talk& client) {
        greet(client);
        client.line();
        client.say("* 1 FETCH (UID 1 RFC822.SIZE 1 BODY[] {99999999999999999999999999}");
    },
};

const std::vector<Peer::Script> confused_peers{
    [](Talk& client) {
        greet(client);
        reply(client, "", "BAD what?");
    },
    [](Talk& client) {
        greet(client);
        client.line();
        client.say("+ what?");
    },
    [](Talk& client) {
        greet(client);
        client.line();
        client.say("a9 OK not yours");
    },
    [](Talk& client) {
        greet(client);
        reply(client, "* 1 FETCH (UID 1 RFC822.SIZE 1)");
    },
    [](Talk& client) {
        greet(client);
        reply(client, "* 1 FETCH (UID 1 RFC822.SIZE 1)");
        client.line();
        client.say("* 1 FETCH (UID 1 BODY[] {1000}\r\nand no more");
        client.line();
    },
};

void ends_in_time(const Peer::Script& script)
{
    const Peer peer(script);
    mail::Imap imap(at(peer), "INBOX");
    const auto start = moment();
    const auto read = [&] {
        imap.connect();
        static_cast<void>(imap.fetch(1, 100'000'000));
    };
    CHECK_THROWS_AS(read(), Failure);
    CHECK(moment() - start < 4s);
    CHECK_THROWS_AS(imap.noop(), Failure);
}

} // namespace

TEST_CASE("IMAP: whatever a server does wrong ends in a Failure in time")
{
    for (const auto& script : endless_peers) ends_in_time(script);
    for (const auto& script : confused_peers) ends_in_time(script);
}

TEST_CASE("IMAP: a server that floods IDLE does not keep us for ever")
{
    const Peer peer([](Talk& client) {
        greet(client);
        show(client);
        client.line();
        client.say("+ idling");
        while (client.say("* OK and so on")) {}
    });
    mail::Imap imap(at(peer), "INBOX");
    imap.connect();
    CHECK(imap.examine().exists == 2);
    const auto start = moment();

    CHECK_THROWS_AS(static_cast<void>(imap.idle(200ms, {})), Failure);
    CHECK(moment() - start < 4s);
}

TEST_CASE("IMAP: a server that says nothing does not hold up somebody who stops")
{
    const Peer peer([](Talk& client) { client.line(); });
    auto server = at(peer);
    server.patience = 60s;
    mail::Imap imap(server, "INBOX");
    std::stop_source source;
    const std::jthread impatient([&] {
        std::this_thread::sleep_for(50ms);
        source.request_stop();
    });
    const auto start = moment();

    CHECK_THROWS_AS(imap.connect(source.get_token()), Failure);
    CHECK(moment() - start < 5s);
}

TEST_CASE("IMAP: what answers look like")
{
    CHECK(mail::literal_size("x {0}") == 0);
    CHECK_FALSE(mail::literal_size("x {}"));
    CHECK_FALSE(mail::literal_size("x {1"));
    CHECK_FALSE(mail::literal_size("1}"));
    CHECK_FALSE(mail::literal_size("{-1}"));
    CHECK(mail::count_of("* 23 exists", "EXISTS") == 23);
    CHECK_FALSE(mail::count_of("* 23", "EXISTS"));
    CHECK_FALSE(mail::count_of("*", "EXISTS"));
    CHECK_FALSE(mail::count_of("", "EXISTS"));
    CHECK_FALSE(mail::count_of("* 4294967296 EXISTS", "EXISTS"));
    CHECK(mail::internal_date(" 1-Jan-1970 00:00:01 +0000") == 1000);
    CHECK(mail::internal_date("31-Feb-2020 00:00:01 +0000") == 0);
    CHECK(mail::internal_date("yesterday") == 0);
    CHECK_FALSE(mail::in_quotes("a\r\nb"));
    CHECK(mail::folder_name("پیام‌ها/台北&😀") == "&Bn4GzAYnBkUgDAZHBic-/&U,BTFw-&-&2D3eAA-");
    CHECK(mail::fetch_items({"* 1 FETCH (A", {}}).contains("A"));
    CHECK(mail::fetch_items({"* 1 FETCH", {}}).empty());
    CHECK(mail::fetch_items({"* 1 FETCH ((((((", {}}).size() <= 1);
    CHECK(mail::fetch_items({std::string("* 1 FETCH (A \0 B \0)", 19), {"one"}}).at("A") == "one");
}
