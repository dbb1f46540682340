// SPDX-License-Identifier: Apache-2.0
#include "base/time.h"
#include "platform/mail/lmtp.h"
#include "platform/mail/lmtp_dialogue.h"
#include "testing/peer.h"

#include <doctest/doctest.h>

#include <atomic>
#include <mutex>

using namespace amends;
using namespace std::chrono_literals;
using mail::Answer;
using mail::LmtpDialogue;
using Wants = LmtpDialogue::Wants;

namespace {

// A conversation without a socket: takes every recipient but nobody@, keeps every mail but those that say "full disk".
struct Conversation {
    std::size_t room = 10'000;
    LmtpDialogue::Limits limits{.largest = 1000, .most_recipients = 3, .name = "desk"};
    LmtpDialogue dialogue{limits, room, "127.0.0.1"};
    std::vector<mail::Envelope> envelopes{};
    std::vector<std::string> mails{};
    bool over = false;

    std::string tell(std::string_view bytes)
    {
        dialogue.feed(bytes);
        for (;;) {
            const auto wants = dialogue.next();
            over = wants == Wants::end;
            if (wants == Wants::recipient) decide();
            else if (wants == Wants::keep) keep();
            else return dialogue.take_output();
        }
    }

    std::string send(std::string_view content)
    {
        tell("LHLO mx\r\nMAIL FROM:<anna@customer.test>\r\nRCPT TO:<help@desk.test>\r\nDATA\r\n");
        return tell(content);
    }

private:
    void decide()
    {
        const bool nobody = dialogue.recipient().starts_with("nobody@");
        dialogue.decide(nobody ? Answer{550, "5.1.1 unknown"} : Answer{250, "2.1.5 yes"});
    }

    void keep()
    {
        envelopes.push_back(dialogue.envelope());
        mails.push_back(dialogue.take_mail());
        std::vector<Answer> answers;
        for (const auto& recipient : envelopes.back().recipients)
            answers.push_back(recipient.starts_with("full@") ? Answer{451, "4.3.0 full"} : Answer{250, "2.0.0 kept"});
        dialogue.conclude(answers);
    }
};

struct Desk {
    std::mutex guard{}; // Of envelopes and mails.
    std::vector<mail::Envelope> envelopes{};
    std::vector<std::string> mails{};

    mail::LmtpListener::Accepts accepts = [](const std::string&) { return Answer{250, "2.1.5 yes"}; };
    mail::LmtpListener::Keep keep = [this](const mail::Envelope& envelope, std::string bytes) {
        const std::scoped_lock lock(guard);
        envelopes.push_back(envelope);
        mails.push_back(std::move(bytes));
        return std::vector(envelope.recipients.size(), Answer{250, "2.0.0 kept"});
    };
};

std::string hello(testing::Talk& client)
{
    auto said = client.ask("LHLO mx.test");
    while (said.starts_with("250-")) said = client.line();
    return said;
}

std::string deliver(testing::Talk& client, const std::string& content)
{
    client.ask("MAIL FROM:<anna@customer.test>");
    client.ask("RCPT TO:<help@desk.test>");
    client.ask("DATA");
    client.raw(content);
    return client.ask("\r\n.");
}

} // namespace

TEST_CASE("LMTP: a mail is kept for each recipient and answered for each")
{
    Conversation with;

    CHECK(with.tell("") == "220 desk LMTP\r\n");
    const auto offers = with.tell("LHLO mx.test\r\n");
    CHECK(offers.find("250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-SIZE 1000\r\n") != std::string::npos);
    const auto said = with.tell("MAIL FROM:<> SIZE=20 BODY=8BITMIME\r\nRCPT TO:<one@desk.test>\r\n"
                                "RCPT TO:<nobody@desk.test>\r\nRCPT TO:<full@desk.test>\r\nDATA\r\n");

    CHECK(said == "250 2.1.0 go on\r\n250 2.1.5 yes\r\n550 5.1.1 unknown\r\n250 2.1.5 yes\r\n354 go on\r\n");
    CHECK(with.tell("Subject: hätä\r\n\r\nsoon\r\n.\r\n") == "250 2.0.0 kept\r\n451 4.3.0 full\r\n");
    CHECK(with.mails.at(0) == "Subject: hätä\r\n\r\nsoon\r\n");
    CHECK(with.envelopes.at(0).sender.empty());
    CHECK(with.envelopes.at(0).recipients == std::vector<std::string>{"one@desk.test", "full@desk.test"});
    CHECK(with.envelopes.at(0).parameters.at("SIZE") == "20");
    CHECK(with.envelopes.at(0).peer == "127.0.0.1");
}

TEST_CASE("LMTP: several mails pass through one connection")
{
    Conversation with;

    with.send("one\r\n.\r\n");
    with.send("two\r\n.\r\n");
    with.tell(
        "MAIL FROM:<a@b.test>\r\nRSET\r\nMAIL FROM:<c@d.test>\r\nRCPT TO:<help@desk.test>\r\nDATA\r\nthree\r\n.\r\n");

    CHECK(with.mails == std::vector<std::string>{"one\r\n", "two\r\n", "three\r\n"});
    CHECK(with.envelopes.at(2).sender == "c@d.test");
    CHECK(with.tell("NOOP\r\nVRFY anna\r\nQUIT\r\n") ==
          "250 2.0.0 here\r\n252 2.5.0 send it and see\r\n221 2.0.0 bye\r\n");
    CHECK(with.over);
}

TEST_CASE("LMTP: a mail looks the same however the network cuts it")
{
    const std::string content = "a\r\n..b\r\n.\nc\r\n\r\r\n...\r\n.\r.d\ne\r\n.\r\n";
    Conversation whole;
    whole.send(content);
    for (std::size_t size = 1; size < content.size(); ++size) {
        Conversation cut;
        cut.send("");
        for (std::size_t at = 0; at < content.size(); at += size) cut.tell(std::string_view(content).substr(at, size));

        CHECK(cut.mails == whole.mails);
    }
    CHECK(whole.mails == std::vector<std::string>{"a\r\n.b\r\n\nc\r\n\r\r\n..\r\n\r.d\ne\r\n"});
}

TEST_CASE("LMTP: only CR LF . CR LF ends a mail, so nothing can be smuggled")
{
    for (const std::string_view ending :
         {"\n.\n", "\n.\r\n", "\r\n.\n", "\r.\r", "\r\n.\r", "\r\r\n.\r\r\n", "\r.\r\n"}) {
        Conversation with;
        const auto smuggled = std::string("harmless") + std::string(ending) +
                              "MAIL FROM:<boss@desk.test>\r\nRCPT TO:<help@desk.test>\r\nDATA\r\npay\r\n.\r\n";

        CHECK(with.send(smuggled) == "250 2.0.0 kept\r\n");
        CHECK(with.mails.size() == 1);
        CHECK(with.mails.at(0).find("MAIL FROM") != std::string::npos);
    }
}

TEST_CASE("LMTP: a mail that is too large is read to its end and refused, and the next one is welcome")
{
    Conversation with;

    CHECK(with.send(std::string(5000, 'x') + "\r\n.\r\n") == "552 5.3.4 too large: at most 1000 bytes\r\n");
    CHECK(with.tell("MAIL FROM:<a@b.test> SIZE=1001\r\n") == "552 5.3.4 too large: at most 1000 bytes\r\n");
    CHECK(with.tell("MAIL FROM:<a@b.test> SIZE=99999999999999999999999\r\n").starts_with("552 "));
    CHECK(with.send("small\r\n.\r\n") == "250 2.0.0 kept\r\n");
    CHECK(with.mails.size() == 1);
    CHECK(with.room == 10'000);
}

TEST_CASE("LMTP: mails on their way in share a bounded room")
{
    Conversation with;
    with.room = 50;

    CHECK(with.send(std::string(60, 'x') + "\r\n.\r\n").starts_with("452 4.3.1 "));
    CHECK(with.send(std::string(40, 'x') + "\r\n.\r\n").starts_with("250 "));
    CHECK(with.room == 50);
}

TEST_CASE("LMTP: who never stops is stopped")
{
    Conversation with;
    with.send("");
    const std::string flood(1024 * 1024, 'x');

    std::string said;
    for (int i = 0; i < 70 && !with.over; ++i) said = with.tell(flood);

    CHECK(said.starts_with("421 "));
    CHECK(with.over);
}

TEST_CASE("LMTP: commands out of order and out of form are refused")
{
    Conversation with;
    CHECK(with.tell("EHLO mx\r\n").find("500 5.5.1 this is LMTP: say LHLO") != std::string::npos);
    CHECK(with.tell("MAIL FROM:<a@b.test>\r\n").starts_with("503 5.5.1"));
    CHECK(with.tell("LHLO\r\n").starts_with("501 5.5.4"));
    with.tell("lhlo mx\r\n");
    CHECK(with.tell("RCPT TO:<a@b.test>\r\n").starts_with("503 5.5.1"));
    CHECK(with.tell("DATA\r\n").starts_with("503 5.5.1"));
    CHECK(with.tell("MAIL FROM:a@b.test\r\n").starts_with("501 5.5.4"));
    CHECK(with.tell("MAIL FROM:<a@b.test\r\n").starts_with("501 5.5.4"));
    CHECK(with.tell("MAIL FROM:<\"a@b.test>\r\n").starts_with("501 5.5.4"));
    CHECK(with.tell("MAIL FROM:<a@\xff.test>\r\n").starts_with("501 5.5.4"));
    CHECK(with.tell("MAIL FROM:<a@b.test> RET=HDRS\r\n").starts_with("555 5.5.4"));
    CHECK(with.tell("mail from: <\"a > b\"@b.test> smtputf8\r\n").starts_with("250 "));
    CHECK(with.tell("MAIL FROM:<a@b.test>\r\n").starts_with("503 5.5.1"));
    CHECK(with.tell("RCPT TO:<>\r\n").starts_with("501 5.1.3"));
    CHECK(with.tell("RCPT TO:<nobody@desk.test>\r\nDATA\r\n") ==
          "550 5.1.1 unknown\r\n503 5.5.1 no recipient was taken\r\n");
    CHECK(with.tell(std::string("NO\0OP\r\n", 7)).starts_with("500 5.5.2"));
    CHECK(with.tell("NOOP\rQUIT\r\n").starts_with("500 5.5.2"));
    CHECK(with.tell("GET / HTTP/1.1\r\n").starts_with("500 5.5.1"));
}

TEST_CASE("LMTP: a line without end costs no memory, and many mistakes end the conversation")
{
    Conversation with;
    for (int i = 0; i < 100; ++i) with.tell(std::string(4000, 'x'));
    CHECK(with.tell("\r\n").starts_with("500 5.5.2 this line is too long"));
    CHECK(with.tell("NOOP\n").starts_with("250 "));

    std::string said;
    for (int i = 0; i < 30 && !with.over; ++i) said = with.tell("huh\r\n");
    CHECK(said.find("421 4.7.0") != std::string::npos);
    CHECK(with.over);
}

TEST_CASE("LMTP: more recipients than one mail may have come later")
{
    Conversation with;
    with.tell("LHLO mx\r\nMAIL FROM:<a@b.test>\r\n");
    for (const auto* name : {"1", "2", "3"}) with.tell(std::string("RCPT TO:<") + name + "@desk.test>\r\n");

    CHECK(with.tell("RCPT TO:<4@desk.test>\r\n").starts_with("452 4.5.3"));
    CHECK(with.tell("DATA\r\nx\r\n.\r\n") == "354 go on\r\n250 2.0.0 kept\r\n250 2.0.0 kept\r\n250 2.0.0 kept\r\n");
}

TEST_CASE("LMTP over a socket: pipelined mails are kept in order")
{
    Desk desk;
    const mail::LmtpListener listener({}, desk.accepts, desk.keep);
    testing::Talk client(testing::dial(listener.port()));
    CHECK(client.line() == "220 amends LMTP");
    CHECK(hello(client) == "250 ENHANCEDSTATUSCODES");

    for (int i = 0; i < 50; ++i)
        client.raw("MAIL FROM:<a@b.test>\r\nRCPT TO:<help@desk.test>\r\nDATA\r\nmail " + std::to_string(i) +
                   "\r\n.\r\n");
    for (int i = 0; i < 50; ++i) CHECK(client.until("250 2.0.0 kept").ends_with("354 go on\r\n"));

    CHECK(client.ask("QUIT") == "221 2.0.0 bye");
    CHECK(client.gone());
    CHECK(desk.mails.size() == 50);
    CHECK(desk.mails.at(49) == "mail 49\r\n");
    CHECK(desk.envelopes.at(0).peer == "127.0.0.1");
}

TEST_CASE("LMTP over a socket: a port that is taken, and an address that is none, are said so")
{
    Desk desk;
    const mail::LmtpListener listener({}, desk.accepts, desk.keep);
    const auto again = [&](const mail::LmtpListener::Options& options) {
        const mail::LmtpListener second(options, desk.accepts, desk.keep);
    };

    CHECK_THROWS_AS(again({.port = listener.port()}), Failure);
    CHECK_THROWS_AS(again({.address = "here"}), Failure);
}

TEST_CASE("LMTP over a socket: what cannot be kept is not acknowledged")
{
    Desk desk;
    desk.keep = [](const mail::Envelope&, const std::string&) -> std::vector<Answer> { throw Failure("disk full"); };
    desk.accepts = [](const std::string& who) -> Answer {
        if (who.starts_with("locked@")) throw Busy("locked");
        return {250, "2.1.5 yes"};
    };
    const mail::LmtpListener listener({}, desk.accepts, desk.keep);
    testing::Talk client(testing::dial(listener.port()));
    client.line();
    hello(client);
    client.ask("MAIL FROM:<a@b.test>");

    CHECK(client.ask("RCPT TO:<locked@desk.test>").starts_with("451 4.3.0"));
    client.ask("RCPT TO:<one@desk.test>");
    client.ask("RCPT TO:<two@desk.test>");
    client.ask("DATA");

    CHECK(client.ask("x\r\n.").starts_with("451 4.3.0"));
    CHECK(client.line().starts_with("451 4.3.0"));
    CHECK(client.ask("NOOP").starts_with("250 "));
}

TEST_CASE("a client that takes a moment before its first word is waited for")
{
    Desk desk;
    const mail::LmtpListener listener({.patience = 2s}, desk.accepts, desk.keep);
    testing::Talk far(testing::dial(listener.port()));

    CHECK(far.line().starts_with("220"));
    std::this_thread::sleep_for(400ms);
    far.say("LHLO far.test");

    CHECK(far.line().starts_with("250"));
}

TEST_CASE("LMTP over a socket: who is slow is told so and cut off, drop by drop too")
{
    Desk desk;
    const mail::LmtpListener listener({.patience = 1s}, desk.accepts, desk.keep);
    testing::Talk silent(testing::dial(listener.port()));
    testing::Talk dripping(testing::dial(listener.port()));
    testing::Talk dripping_mail(testing::dial(listener.port()));
    hello(dripping_mail);
    dripping_mail.say("MAIL FROM:<a@b.test>\r\nRCPT TO:<help@desk.test>\r\nDATA");
    const auto start = moment();

    while (moment() - start < 1500ms) {
        dripping.raw("N");
        dripping_mail.raw("x");
        std::this_thread::sleep_for(100ms);
    }

    for (auto* client : {&silent, &dripping, &dripping_mail}) {
        auto said = client->line();
        while (said.starts_with("2") || said.starts_with("354")) said = client->line();
        CHECK(said == "421 4.4.2 too slow, good-bye");
        CHECK(client->gone());
    }
    CHECK(moment() - start < 5s);
    CHECK(desk.mails.empty());
}

TEST_CASE("LMTP over a socket: one connection too many is told to come again")
{
    Desk desk;
    const mail::LmtpListener listener({.most_at_once = 2}, desk.accepts, desk.keep);
    auto one = std::make_unique<testing::Talk>(testing::dial(listener.port()));
    testing::Talk two(testing::dial(listener.port()));
    CHECK(one->line().starts_with("220 "));
    CHECK(two.line().starts_with("220 "));

    testing::Talk three(testing::dial(listener.port()));
    CHECK(three.line().starts_with("421 4.3.2"));
    one->ask("QUIT");
    one.reset();

    std::string said = "421 ";
    for (int i = 0; i < 100 && said.starts_with("421 "); ++i)
        said = testing::Talk(testing::dial(listener.port())).line();
    CHECK(said.starts_with("220 "));
}

TEST_CASE("LMTP over a socket: on closing, running mails are kept and the idle are told to come again")
{
    Desk desk;
    std::atomic<int> running = 0;
    const auto keep = desk.keep;
    desk.keep = [&](const mail::Envelope& envelope, std::string bytes) {
        ++running;
        std::this_thread::sleep_for(500ms);
        return keep(envelope, std::move(bytes));
    };
    auto listener = std::make_unique<mail::LmtpListener>(mail::LmtpListener::Options{}, desk.accepts, desk.keep);
    testing::Talk idle(testing::dial(listener->port()));
    testing::Talk busy(testing::dial(listener->port()));
    idle.line();
    busy.line();
    hello(busy);
    busy.raw("MAIL FROM:<a@b.test>\r\nRCPT TO:<help@desk.test>\r\nDATA\r\nx\r\n.\r\n");
    while (running == 0) std::this_thread::sleep_for(5ms);
    const auto start = moment();

    listener.reset();

    CHECK(moment() - start < 4s);
    CHECK(idle.line().starts_with("421 4.3.2"));
    CHECK(busy.until("250 2.0.0 kept").ends_with("354 go on\r\n"));
    CHECK(busy.line().starts_with("421 4.3.2"));
    CHECK(desk.mails.size() == 1);
}

TEST_CASE("LMTP over a socket: somebody who never ends his mail cannot hold up the closing")
{
    Desk desk;
    auto listener = std::make_unique<mail::LmtpListener>(mail::LmtpListener::Options{}, desk.accepts, desk.keep);
    testing::Talk client(testing::dial(listener->port()));
    client.line();
    hello(client);
    client.ask("MAIL FROM:<a@b.test>");
    const auto start = moment();

    listener.reset();

    CHECK(moment() - start < 6s);
}

TEST_CASE("LMTP over a socket: a small mail for one is kept without a worker, whoever says so and whenever")
{
    Desk desk;
    std::vector<std::thread> later;
    std::atomic<int> begun = 0;
    std::atomic<int> soon = 0;
    const mail::LmtpListener::Soon without_worker{
        .known = [](const std::string& recipient) { return recipient == "help@desk.test"; },
        .keep =
            [&](const mail::Envelope&, std::string bytes, mail::LmtpListener::Said said) {
                if (bytes.find("no room") != std::string::npos) throw Failure("no room");
                ++begun;
                later.emplace_back([&soon, said = std::move(said)] {
                    std::this_thread::sleep_for(20ms);
                    ++soon;
                    said({250, "2.0.0 soon"});
                });
            }};
    desk.accepts = [](const std::string& recipient) {
        return recipient.starts_with("nobody") ? Answer{550, "5.1.1 unknown"} : Answer{250, "2.1.5 yes"};
    };
    auto listener = std::make_unique<mail::LmtpListener>(mail::LmtpListener::Options{.small = 100}, desk.accepts,
                                                         desk.keep, without_worker);
    testing::Talk client(testing::dial(listener->port()));
    client.line();
    hello(client);

    CHECK(deliver(client, "Subject: small\r\n\r\nmail") == "250 2.0.0 soon");
    CHECK(deliver(client, "Subject: no room\r\n\r\nmail").starts_with("451 4.3.0"));
    CHECK(deliver(client, "Subject: large\r\n\r\n" + std::string(200, 'x')) == "250 2.0.0 kept");
    client.ask("MAIL FROM:<anna@customer.test>");
    CHECK(client.ask("RCPT TO:<nobody@desk.test>").starts_with("550"));
    client.ask("RCPT TO:<help@desk.test>");
    client.ask("RCPT TO:<second@desk.test>");
    client.ask("DATA");
    client.raw("Subject: two\r\n\r\nx\r\n.\r\n");
    CHECK(client.line() == "250 2.0.0 kept");
    CHECK(client.line() == "250 2.0.0 kept");
    client.raw("MAIL FROM:<a@b.test>\r\nRCPT TO:<help@desk.test>\r\nDATA\r\nx\r\n.\r\n");
    while (begun < 2) std::this_thread::sleep_for(1ms);

    listener.reset(); // What is under way then is waited for.

    CHECK(soon == 2);
    CHECK(desk.mails.size() == 2);
    for (auto& thread : later) thread.join();
}

TEST_CASE("LMTP over a socket: what is being kept when it closes is waited for, however long it takes")
{
    Desk desk;
    std::thread keeper;
    std::atomic<bool> begun = false;
    std::atomic<bool> kept = false;
    auto listener = std::make_unique<mail::LmtpListener>(
        mail::LmtpListener::Options{}, desk.accepts, desk.keep,
        mail::LmtpListener::Soon{.keep = [&](const mail::Envelope&, std::string, mail::LmtpListener::Said said) {
            keeper = std::thread([&, said = std::move(said)]() mutable {
                std::this_thread::sleep_for(6s); // Longer than the last orders.
                kept = true;
                said({250, "2.0.0 kept"});
                said = {};
            });
            begun = true;
        }});
    testing::Talk client(testing::dial(listener->port()));
    client.line();
    hello(client);
    client.raw("MAIL FROM:<a@b.test>\r\nRCPT TO:<help@desk.test>\r\nDATA\r\nx\r\n.\r\n");
    while (!begun) std::this_thread::sleep_for(1ms);

    listener.reset();

    CHECK(kept);
    keeper.join();
}

TEST_CASE("LMTP over a socket: a thousand small mails do not take long")
{
    Desk desk;
    const mail::LmtpListener listener({}, desk.accepts, desk.keep);
    const auto start = moment();
    std::vector<std::thread> senders;
    for (int sender = 0; sender < 4; ++sender)
        senders.emplace_back([&] {
            testing::Talk client(testing::dial(listener.port()));
            client.line();
            hello(client);
            for (int i = 0; i < 250; ++i) deliver(client, "Subject: small\r\n\r\nmail");
        });
    for (auto& sender : senders) sender.join();

    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(moment() - start);
    CHECK(desk.mails.size() == 1000);
    MESSAGE("1000 mails in " << took.count() << " ms");
    CHECK(took < 20s);
}
