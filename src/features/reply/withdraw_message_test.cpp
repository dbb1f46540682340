// SPDX-License-Identifier: Apache-2.0
#include "reply/reply_fixture_test.h"

using namespace amends;
using namespace amends::reply;
using namespace amends::reply::testing;
using amends::testing::on_each_engine;
using conversation::Reach;

namespace {

// What must not differ between before and after; counts of messages and versions may.
void same(const cases::Case& one, const cases::Case& other)
{
    CHECK(one.status == other.status);
    CHECK(one.owner_id == other.owner_id);
    CHECK(one.team_id == other.team_id);
    CHECK(one.pull_by == other.pull_by);
    CHECK(one.waiting_since == other.waiting_since);
    CHECK(one.last_told_at == other.last_told_at);
    CHECK(one.next_update_at == other.next_update_at);
    CHECK(one.settles_at == other.settles_at);
    CHECK(one.due_at == other.due_at);
    CHECK(one.resolution == other.resolution);
    CHECK(one.resolved_at == other.resolved_at);
    CHECK(one.last_word == other.last_word);
    CHECK(one.last_message_at == other.last_message_at);
}

} // namespace

TEST_CASE("undo leaves nothing behind, and gives the words back")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        for (const bool final : {false, true}) {
            const auto asked = desk.hears();
            const auto before = desk.at(*asked.case_id);
            const auto queued = desk.replies_to(*asked.case_id, {.text = "  Here it is. ", .final = final});
            REQUIRE(queued);
            desk.clock.advance(9s);
            const auto withdrawn = withdraw_message(desk.ports(), {aino, "Aino"}, queued->message_id);

            REQUIRE(withdrawn);
            CHECK(withdrawn->text == "Here it is.");
            same(before, desk.at(*asked.case_id));
            CHECK(desk.promises.of_case(*asked.case_id).empty());
            CHECK(desk.jobs("send") == 0);
            CHECK(desk.jobs("settle_due") == 0);
            CHECK(desk.cases.open_wait(*asked.case_id)->waits_on == cases::Side::us);
            CHECK(desk.replies.draft(*asked.case_id, aino, DraftKind::reply)->text == "Here it is.");
            const auto copies = desk.messages.recipients(queued->message_id);
            CHECK(conversation::state_of(conversation::Direction::outbound, copies) == conversation::State::withdrawn);
            desk.clock.advance(1h);
            CHECK(desk.deliver() == 0);
        }
    });
}

TEST_CASE("a wait on the customer that a final reply ended goes on when it is withdrawn")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        auto before = desk.at(*asked.case_id);
        before = *cases::write(desk.ports().desk, before, *cases::take(before, aino));
        before = *cases::write(desk.ports().desk, before, *cases::put_on_wait(before, cases::Side::customer));
        cases::begin_wait(desk.ports().desk, before,
                          {.waits_on = cases::Side::customer, .reason = "photo", .review_at = noon + 48h});

        const auto queued = desk.replies_to(before.id, {.text = "Done.", .final = true});
        CHECK_FALSE(desk.cases.open_wait(before.id));
        desk.clock.advance(5s);
        REQUIRE(withdraw_message(desk.ports(), {aino, "Aino"}, queued->message_id));

        same(before, desk.at(before.id));
        const auto wait = desk.cases.open_wait(before.id);
        REQUIRE(wait);
        CHECK(wait->waits_on == cases::Side::customer);
        CHECK(wait->review_at == noon + 48h);
        const auto waits = desk.cases.waits(before.id);
        for (std::size_t at = 1; at < waits.size(); ++at) CHECK(waits[at].starts_at == waits[at - 1].ends_at);
        CHECK(desk.jobs("review_due") == 1);
    });
}

TEST_CASE("what is leaving cannot be withdrawn, not even in the same instant")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        const auto queued = desk.replies_to(*asked.case_id);
        desk.clock.advance(10s);
        const auto undo = [&] { return withdraw_message(desk.ports(), {aino, "Aino"}, queued->message_id); };
        CHECK(undo().error().code == "message.already_leaving");

        REQUIRE(claim_send(desk.ports(), desk.copy(queued->message_id).id));
        CHECK(undo().error().code == "message.already_leaving");
        CHECK(desk.reach(queued->message_id) == Reach::sending);
    });
}

TEST_CASE("a message is withdrawn once, by its author")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        const auto queued = desk.replies_to(*asked.case_id);
        CHECK(withdraw_message(desk.ports(), {UserId{8}, "Ben"}, queued->message_id).error().code == "act.not_yours");
        CHECK(withdraw_message(desk.ports(), {aino, "Aino"}, asked.id).error().code == "message.not_found");
        CHECK(withdraw_message(desk.ports(), {aino, "Aino"}, queued->message_id));
        CHECK(withdraw_message(desk.ports(), {aino, "Aino"}, queued->message_id).error().code ==
              "message.already_leaving");
    });
}

TEST_CASE("undo takes back only what the reply did")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        const auto first = desk.replies_to(*asked.case_id);
        desk.clock.advance(2s);
        const auto second = desk.replies_to(*asked.case_id, {.text = "More", .next_update_at = noon + 48h});
        REQUIRE(withdraw_message(desk.ports(), {aino, "Aino"}, first->message_id));

        CHECK(desk.at(*asked.case_id).next_update_at == noon + 48h);
        CHECK(desk.reach(second->message_id) == Reach::pending);
    });
}

TEST_CASE("replies that are withdrawn in any order leave the case as it was")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        for (const bool first_goes_first : {true, false}) {
            const auto asked = desk.hears();
            const auto before = desk.at(*asked.case_id);
            const auto first = desk.replies_to(*asked.case_id);
            desk.clock.advance(2s);
            const auto second = desk.replies_to(*asked.case_id, {.text = "More", .next_update_at = noon + 48h});
            const auto undo = [&](MessageId id) { return withdraw_message(desk.ports(), {aino, "Aino"}, id); };
            REQUIRE(undo(first_goes_first ? first->message_id : second->message_id));
            CHECK(desk.at(*asked.case_id).owner_id == aino);
            REQUIRE(undo(first_goes_first ? second->message_id : first->message_id));

            same(before, desk.at(*asked.case_id));
        }
    });
}

TEST_CASE("files of a withdrawn reply can be sent with the next one")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto asked = desk.hears();
        desk.messages.add(
            conversation::Attachment{.id = AttachmentId{2}, .handle = "h", .uploaded_by = aino, .name = "b"});
        const auto queued = desk.replies_to(*asked.case_id, {.text = "x", .attachments = {AttachmentId{2}}});
        REQUIRE(withdraw_message(desk.ports(), {aino, "Aino"}, queued->message_id));

        CHECK(desk.replies.draft(*asked.case_id, aino, DraftKind::reply)->attachments == "[2]");
        CHECK(desk.replies_to(*asked.case_id, {.text = "x", .attachments = {AttachmentId{2}}}));
    });
}
