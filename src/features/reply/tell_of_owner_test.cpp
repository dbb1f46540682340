// SPDX-License-Identifier: Apache-2.0
#include "reply/tell_of_owner.h"

#include "case/release_case.h"
#include "case/take_case.h"
#include "reply/reply_fixture_test.h"

using namespace amends;
using namespace amends::reply;
using namespace amends::reply::testing;
using amends::testing::on_each_engine;

namespace {

CaseId of_somebody(Desk& desk, const Desk::Wrote& wrote)
{
    const auto id = *desk.hears(wrote).case_id;
    REQUIRE(cases::take_case(desk.ports().desk, id, UserId{8}));
    desk.session.execute("UPDATE contact_points SET verified_at = 1");
    return id;
}

} // namespace

TEST_CASE("a customer is told who looks after their case now, in their language, and no clock of theirs moves")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = of_somebody(desk, {.language = "fi"});
        const auto before = desk.at(id);

        REQUIRE(*tell_of_owner(desk.ports(), id, "Ben"));
        CHECK(desk.deliver() == 1);

        CHECK(desk.out.mails.back().bytes.find("hoitaa Ben") != std::string::npos);
        const auto after = desk.at(id);
        CHECK(after.origin_at == before.origin_at);
        CHECK(after.waiting_since == before.waiting_since);
        CHECK(after.next_update_at == before.next_update_at);
        CHECK(after.last_word == before.last_word);
        CHECK(desk.promises.of_case(id).empty());
    });
}

TEST_CASE("nobody is woken to hear of a new owner")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = of_somebody(desk, {});
        session.execute("UPDATE people SET zone = 'Asia/Tehran'");
        desk.clock.advance(8h); // 23:30 in Tehran.

        REQUIRE(*tell_of_owner(desk.ports(), id, "Ben"));
        CHECK(desk.deliver() == 0);
        desk.clock.advance(9h);
        CHECK(desk.deliver() == 1);
    });
}

TEST_CASE("an address that has proved nothing, and a case without an owner, get no word of a new owner")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = of_somebody(desk, {});
        session.execute("UPDATE contact_points SET verified_at = NULL");
        CHECK_FALSE(*tell_of_owner(desk.ports(), id, "Ben"));
        session.execute("UPDATE contact_points SET verified_at = 1");
        REQUIRE(cases::release_case(desk.ports().desk, id, "For somebody else."));
        CHECK_FALSE(*tell_of_owner(desk.ports(), id, "Ben"));
        CHECK(desk.deliver() == 0);
    });
}
