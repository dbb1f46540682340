// SPDX-License-Identifier: Apache-2.0
#include "reply/reply_fixture_test.h"
#include "reply/reply_http.h"

using namespace amends;
using namespace amends::reply;
using namespace amends::reply::testing;
using amends::testing::on_each_engine;

TEST_CASE("a draft is kept per user and kind, replaced, emptied, and gone when its reply is sent")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = *desk.hears().case_id;
        const auto text = [&](UserId user, DraftKind kind) {
            const auto draft = desk.replies.draft(id, user, kind);
            return draft ? draft->text : std::string("none");
        };
        REQUIRE(save_draft(desk.ports(), aino, {.case_id = id, .text = "one"}));
        REQUIRE(save_draft(desk.ports(), aino, {.case_id = id, .text = "two", .next_update_at = noon}));
        REQUIRE(save_draft(desk.ports(), aino, {.case_id = id, .kind = DraftKind::note, .text = "secret"}));
        REQUIRE(save_draft(desk.ports(), UserId{8}, {.case_id = id, .text = "Ben's"}));
        CHECK(text(aino, DraftKind::reply) == "two");

        REQUIRE(desk.replies_to(id));
        CHECK(text(aino, DraftKind::reply) == "none");
        CHECK(text(aino, DraftKind::note) == "secret");
        CHECK(text(UserId{8}, DraftKind::reply) == "Ben's");
        REQUIRE(save_draft(desk.ports(), UserId{8}, {.case_id = id}));
        CHECK(text(UserId{8}, DraftKind::reply) == "none");
        CHECK(save_draft(desk.ports(), aino, {.case_id = CaseId{1}, .text = "x"}).error().code == "case.not_found");
    });
}

TEST_CASE("a message comes in by HTTP with what the contract allows, and nothing else")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto id = *desk.hears().case_id;
        const Writer writer{aino, "Aino"};
        http::Request request{.in_path = {{"id", std::to_string(static_cast<std::int64_t>(id))}}};
        const auto sent = [&](std::string body) {
            request.body = std::move(body);
            return post_message(desk.ports(), writer, request);
        };
        CHECK(sent("{").error().code == "request.not_json");
        CHECK(sent("{}").error().field == "text");
        CHECK(sent(R"({"text":"x","author":8})").error().kind == Refusal::invalid); // T11
        CHECK(sent(R"({"text":"x"})").error().code == "reply.next_update_missing");
        const auto queued = sent(fmt::format(R"({{"text":"x","next_update_at":{},"cc":["a@x.test"],"to":null}})",
                                             (noon + 30h).time_since_epoch().count()));
        REQUIRE(queued);
        request.in_path["id"] = std::to_string(static_cast<std::int64_t>(queued->message_id));
        CHECK(post_withdrawal(desk.ports(), writer, request)->text == "x");
        request.in_path["id"] = "x";
        CHECK(post_withdrawal(desk.ports(), writer, request).error().kind == Refusal::not_found);
    });
}
