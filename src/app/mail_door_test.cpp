// SPDX-License-Identifier: Apache-2.0
// What the door says of a mail is true of what lies in the database at that moment, whichever way the mail took.
#include "app/mail_door.h"
#include "testing/house.h"
#include "testing/peer.h"

using namespace amends;
using namespace amends::testing;

namespace {

struct Sender {
    explicit Sender(TestHouse& desk_) : desk(desk_)
    {
        REQUIRE(set_up_desk(desk.house, usual_set_up()));
        client.line();
        for (auto said = client.ask("LHLO mx.test"); said.starts_with("250-");) said = client.line();
    }

    std::string begins(const std::string& recipient = "help@example.org")
    {
        client.ask("RSET");
        client.ask("MAIL FROM:<anna@example.com>");
        return client.ask("RCPT TO:<" + recipient + ">");
    }
    std::string ends(const std::string& words)
    {
        client.ask("DATA");
        client.raw("From: anna@example.com\r\nSubject: " + words.substr(0, 60) + "\r\n\r\n" + words);
        return client.ask("\r\n.");
    }
    std::string writes(const std::string& words)
    {
        CHECK(begins().starts_with("250"));
        return ends(words);
    }
    std::int64_t kept() { return desk.house.pool.take()->value<std::int64_t>("SELECT count(*) FROM raw_messages"); }
    void run(const char* sql) { desk.house.pool.take()->script(sql); }

    TestHouse& desk;
    MailDoor door{desk.house};
    Talk client{dial(door.port())};
};

const std::string large(100'000, 'x');

} // namespace

TEST_CASE("a mail is there when it is acknowledged, a small one and a large one, the first and the next")
{
    in_each_house([](TestHouse& desk) {
        Sender anna(desk);
        CHECK(anna.writes("One") == "250 2.0.0 kept");
        CHECK(anna.kept() == 1);
        CHECK(anna.writes("Two") == "250 2.0.0 kept");
        CHECK(anna.kept() == 2);
        CHECK(anna.writes(large) == "250 2.0.0 kept");
        CHECK(anna.kept() == 3);
    });
}

TEST_CASE("an address of nobody is refused, and one that was removed since it was accepted too")
{
    in_each_house([](TestHouse& desk) {
        Sender anna(desk);
        CHECK(anna.begins("nobody@example.org").starts_with("550 5.1.1 <nobody@example.org>"));
        for (const auto& words : {std::string("small"), large}) {
            anna.run("UPDATE channels SET removed_at = NULL");
            REQUIRE(anna.begins().starts_with("250"));
            anna.run("UPDATE channels SET removed_at = 1");
            CHECK(anna.ends(words).starts_with("550 5.1.1 <help@example.org>"));
        }
        CHECK(anna.kept() == 0);
    });
}

TEST_CASE("the reserve is a twentieth of a small disk and a gibibyte of a large one")
{
    constexpr std::uintmax_t mib = 1024UZ * 1024;
    CHECK(reserve_of(0) == 0);
    CHECK(reserve_of(100 * mib) == 5 * mib);
    CHECK(reserve_of(20 * 1024 * mib) == 1024 * mib);
    CHECK(reserve_of(4'000'000 * mib) == 1024 * mib);
}

TEST_CASE("a mail that cannot be kept is put off, and taken when it comes again")
{
    in_each_house([](TestHouse& desk) {
        Sender anna(desk);
        REQUIRE(anna.begins().starts_with("250"));
        anna.run("ALTER TABLE raw_messages RENAME TO away");
        CHECK(anna.ends("small").starts_with("451 4.3.0 the desk cannot keep mail"));
        REQUIRE(anna.begins().starts_with("250"));
        CHECK(anna.ends(large).starts_with("451 4.3.0 the desk cannot keep mail"));
        anna.run("ALTER TABLE away RENAME TO raw_messages");
        CHECK(anna.writes("small") == "250 2.0.0 kept");
        CHECK(anna.kept() == 1);
    });
}
