// SPDX-License-Identifier: Apache-2.0
#include "reply/renew_link.h"

#include "reply/reply_fixture_test.h"

using namespace amends;
using namespace amends::reply;
using namespace amends::reply::testing;
using amends::testing::on_each_engine;

namespace {

constexpr std::int64_t stays = 30; // reopen_days of the brand.

struct Given : amends::reply::testing::Desk {
    explicit Given(sql::Session& its_session) : Desk(its_session)
    {
        id = *hears({.language = "fi"}).case_id;
        point = people.at(person::ContactKind::email, "maria@customer.test").value();
        point.verified_at = clock.now();
        people.change(point);
    }

    void ends()
    {
        const auto before = at(id);
        auto after = before;
        after.status = cases::Status::closed;
        after.closed_at = clock.now();
        after.next_update_at = std::nullopt;
        after.pull_by = std::nullopt;
        REQUIRE(cases.change(before, after));
    }
    void ended_long_ago()
    {
        ends();
        clock.advance(stays * 24h + 1ms);
    }

    std::string code() { return refusal(renew_link(ports(), id, point)); }
    static std::string refusal(const Result<MessageId>& done) { return done ? "sent" : done.error().code; }

    CaseId id{};
    person::ContactPoint point{};
};

// What stands behind "/c/" in a mail, whose lines quoted-printable may have folded.
std::string link_in(std::string mail)
{
    for (const auto* fold : {"=\r\n", "=\n"})
        for (auto at = mail.find(fold); at != std::string::npos; at = mail.find(fold, at))
            mail.erase(at, std::string_view(fold).size());
    const auto at = mail.find("/c/");
    REQUIRE(at != std::string::npos);
    const auto end = mail.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", at + 3);
    return mail.substr(at + 3, end - at - 3);
}

} // namespace

TEST_CASE("the new link goes to the mailbox, opens this case for two weeks, and tells nothing of the case")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        given.ended_long_ago();
        const auto told = given.at(given.id).last_told_at;
        const auto asked_at = given.clock.now();
        REQUIRE(given.code() == "sent");
        REQUIRE(given.deliver() == 1);
        const auto& mail = given.out.mails.at(0);
        CHECK(mail.bytes.find("Uusi linkkisi [AM-1001]") != std::string::npos);
        CHECK(mail.bytes.find("My parcel") == std::string::npos);

        const auto opened = open_link(given.links, given.cases, the_brand, link_in(mail.bytes));
        REQUIRE(opened);
        CHECK(opened->case_id == given.id);
        CHECK(opened->until == std::chrono::floor<std::chrono::minutes>(asked_at + 14 * 24h));
        CHECK(given.promises.of_case(given.id).empty());           // It promises nothing,
        CHECK(given.at(given.id).status == cases::Status::closed); // and wakes nothing.
        CHECK(given.at(given.id).last_told_at >= told);
    });
}

TEST_CASE("a page that is open, or may open again, needs no new link")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        CHECK(given.code() == "portal.page_open");
        given.ends();
        CHECK(given.code() == "portal.page_open");
        given.clock.advance(stays * 24h);
        CHECK(given.code() == "portal.page_open");
        given.clock.advance(1ms);
        CHECK(given.code() == "sent");
    });
}

TEST_CASE("T16: no link goes to an address that has proved nothing, wants no mail, or is our own")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        given.ended_long_ago();
        const auto proven = given.point;
        given.point.verified_at = std::nullopt;
        CHECK(given.code() == "portal.no_address");
        given.point = proven;
        given.point.stopped_at = given.clock.now();
        CHECK(given.code() == "portal.no_address");
        given.point = proven;
        given.point.address = "help@lumo.test";
        CHECK(given.code() == "portal.no_address");
        given.point = proven;
        given.point.kind = person::ContactKind::phone;
        CHECK(given.code() == "portal.no_address");
        CHECK(given.jobs("send") == 0);
    });
}

TEST_CASE("T18: whoever presses again and again fills no mailbox")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        given.ended_long_ago();
        for (int times = 0; times < 3; ++times) CHECK(given.code() == "sent");
        CHECK(given.code() == "portal.link_just_sent");
        given.clock.advance(25h);
        CHECK(given.code() == "sent");
    });
}

TEST_CASE("a link with a time is a link like others: no letter of it can be changed, and it can be revoked")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        auto of = given.at(given.id);
        const auto until = std::chrono::floor<std::chrono::minutes>(noon + 24h);
        const auto text = link_path(given.links, the_brand, of, of.person_id, until).substr(3);
        CHECK(open_link(given.links, given.cases, the_brand, text) == CaseLink{the_brand, of.id, of.person_id, until});
        for (std::size_t at = 0; at < text.size(); ++at) {
            auto changed = text;
            changed[at] = changed[at] == 'A' ? 'B' : 'A';
            CHECK_FALSE(open_link(given.links, given.cases, the_brand, changed));
        }
        auto revoked = of;
        revoked.link_revocations = 1;
        REQUIRE(given.cases.change(of, revoked));
        CHECK_FALSE(open_link(given.links, given.cases, the_brand, text));
    });
}
