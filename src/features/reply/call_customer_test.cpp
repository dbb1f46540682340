// SPDX-License-Identifier: Apache-2.0
#include "reply/call_customer.h"

#include "promise/make_promise.h"
#include "reply/reply_fixture_test.h"

using namespace amends;
using namespace amends::reply;
using namespace amends::reply::testing;
using amends::testing::on_each_engine;

namespace {

std::string refusal(const Result<void>& result) { return result ? "done" : result.error().code; }

// Aino's case of somebody in Tehran, at half past eleven in the evening there.
CaseId at_night(Desk& desk)
{
    const auto id = *desk.hears().case_id;
    desk.session.execute("UPDATE people SET zone = 'Asia/Tehran'");
    REQUIRE(desk.replies_to(id));
    desk.clock.advance(8h);
    desk.deliver();
    return id;
}

} // namespace

TEST_CASE("nobody is called at night, and in the morning the call keeps what was promised of news")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = at_night(desk);
        CHECK(refusal(call_customer(desk.ports(), aino, {id, true, "We spoke."})) == "contact.quiet_hours");
        desk.clock.advance(9h);
        CHECK(refusal(call_customer(desk.ports(), aino, {id, true, "  "})) == "contact.summary_missing");
        CHECK(refusal(call_customer(desk.ports(), UserId{8}, {id, true, "We spoke."})) == "case.take_first");
        CHECK(refusal(call_customer(desk.ports(), aino, {id, true, "We spoke."})) == "done");
        CHECK(desk.promises.of_case(id).back().state == promise::State::kept);
        CHECK(desk.at(id).last_told_at == desk.clock.now());
        CHECK(desk.cases.notes(id).size() == 1);
    });
}

TEST_CASE("who did not answer has heard nothing")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = at_night(desk);
        desk.clock.advance(9h);
        REQUIRE(call_customer(desk.ports(), aino, {id, false, "Nobody answered."}));
        CHECK(desk.promises.of_case(id).back().state == promise::State::open);
    });
}

TEST_CASE("a call that was agreed for the night may begin then, and is kept by beginning")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = at_night(desk);
        const auto made = promise::make_promise(desk.ports().promising, {.case_id = id,
                                                                         .kind = promise::Kind::appointment,
                                                                         .text = "We call you",
                                                                         .due_at = desk.clock.now() + 20min,
                                                                         .told_how = promise::ToldHow::page});
        REQUIRE(made);
        REQUIRE(call_customer(desk.ports(), aino, {id, false, "Nobody answered."}));
        CHECK(desk.promises.find(made->id)->state == promise::State::kept);
    });
}

TEST_CASE("what nobody asked for waits until the night is over, and then leaves once; an answer leaves at once")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = at_night(desk);
        desk.clock.advance(1h);
        const auto queued = desk.replies_to(id);
        REQUIRE(queued);
        session.execute("UPDATE messages SET purpose = 'survey' WHERE id = $id", {{"id", queued->message_id}});
        const auto answer = desk.replies_to(id);
        REQUIRE(answer);
        desk.clock.advance(10s);
        const auto before = desk.out.mails.size();
        desk.deliver();
        CHECK(desk.out.mails.size() == before + 1);
        CHECK(desk.reach(queued->message_id) == conversation::Reach::pending);
        CHECK(desk.reach(answer->message_id) == conversation::Reach::sent);
        // It was a quarter to one at night in Tehran; the day begins at eight there.
        desk.clock.advance(8h);
        desk.deliver();
        desk.deliver();
        CHECK(desk.out.mails.size() == before + 2);
        CHECK(desk.reach(queued->message_id) == conversation::Reach::sent);
    });
}
