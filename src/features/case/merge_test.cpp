// SPDX-License-Identifier: Apache-2.0
#include "case/fixture_test.h"
#include "case/merge_cases.h"
#include "case/move_message.h"
#include "case/put_case_on_wait.h"
#include "case/take_case.h"
#include "platform/json/write.h"

using namespace amends;
using namespace amends::cases;
using namespace std::chrono_literals;
using testing::anna;
using testing::Desk;
using testing::on_each_engine;

namespace {

// All of a case but its version, which counts its writings.
std::string all_of(Case of)
{
    of.version = 0;
    return json::text_of(of);
}

} // namespace

TEST_CASE("unmerge after merge restores both sides, whatever state they were in")
{
    on_each_engine([](sql::Session& session) {
        Desk given(session);
        const auto queued = given.opened().id;
        given.clock.advance(1h);
        const auto open = given.opened().id;
        const auto waiting = given.opened().id;
        REQUIRE(take_case(given.ports, open, anna));
        REQUIRE(take_case(given.ports, waiting, anna));
        REQUIRE(put_case_on_wait(given.ports, {waiting, Side::customer, {}, "photo", given.clock.now() + 5h, {}}));
        const std::vector all{queued, open, waiting};

        for (const CaseId source : all)
            for (const CaseId target : all) {
                if (source == target) continue;
                const auto source_before = all_of(given.now(source));
                const auto target_before = all_of(given.now(target));
                const auto side = given.cases.open_wait(source)->waits_on;

                REQUIRE(merge_cases(given.ports, source, target));
                CHECK(given.now(source).status == Status::merged);
                CHECK_FALSE(given.cases.open_wait(source));
                given.clock.advance(1min);
                REQUIRE(unmerge_case(given.ports, source));

                CHECK(all_of(given.now(source)) == source_before);
                CHECK(all_of(given.now(target)) == target_before);
                CHECK(given.cases.open_wait(source)->waits_on == side);
            }
    });
}

TEST_CASE("merging takes nothing out of sight: the target waits since the earlier word and owes the nearer update")
{
    on_each_engine([](sql::Session& session) {
        Desk given(session);
        const auto source = given.opened().id;
        given.clock.advance(3h);
        const auto target = given.opened().id;
        const auto before = given.now(source);

        REQUIRE(merge_cases(given.ports, source, target));

        CHECK(given.now(target).waiting_since == before.waiting_since);
        CHECK(given.now(target).next_update_at == before.next_update_at);
        CHECK(given.now(target).due_at == std::min(*before.next_update_at, *given.now(target).pull_by));
        CHECK(given.said("case.merged"));
    });
}

TEST_CASE("a ring of merges is refused, and so is an end where no clock runs")
{
    on_each_engine([](sql::Session& session) {
        Desk given(session);
        const auto a = given.opened().id;
        const auto b = given.opened().id;
        const auto c = given.opened().id;
        const auto code = [&](CaseId source, CaseId into) {
            const auto merged = merge_cases(given.ports, source, into);
            return merged ? "done" : merged.error().code;
        };
        CHECK(code(a, a) == "merge.into_itself");
        CHECK(code(a, CaseId{404}) == "case.not_found");
        CHECK(code(a, b) == "done");
        CHECK(code(b, a) == "merge.ring");
        CHECK(code(b, c) == "done");
        CHECK(code(c, a) == "merge.ring");
        CHECK(code(a, c) == "case.not_live");
        CHECK(shown_as(given.cases, a) == c);

        const auto d = given.opened().id;
        const auto before = given.now(d);
        auto ended = before;
        ended.status = Status::closed;
        REQUIRE(write(given.ports, before, ended));
        CHECK(code(c, d) == "merge.target_ended");
        CHECK(code(d, c) == "done");
    });
}

TEST_CASE("mail to a merged case lies in it and is heard by the case that answers for it")
{
    on_each_engine([](sql::Session& session) {
        Desk given(session);
        const auto source = given.opened().id;
        const auto target = given.opened().id;
        REQUIRE(take_case(given.ports, target, anna));
        REQUIRE(merge_cases(given.ports, source, target));
        CHECK_FALSE(given.now(target).unread);

        const auto message = given.wrote(source, "Hello?");

        CHECK(given.messages.find(message.id)->case_id == source);
        CHECK(given.now(source).status == Status::merged);
        CHECK(given.now(target).unread);
        CHECK(given.now(target).last_word == LastWord::customer);
    });
}

TEST_CASE("a message is moved by one press, and back by another")
{
    on_each_engine([](sql::Session& session) {
        Desk given(session);
        const auto from = given.opened().id;
        const auto to = given.opened().id;
        given.wrote(from, "one");
        const auto message = given.wrote(from, "two");

        REQUIRE(move_message(given.ports, {message.id, to}));
        CHECK(given.messages.find(message.id)->case_id == to);
        CHECK(given.now(from).message_count == 1);
        CHECK(given.now(to).message_count == 1);
        CHECK(given.cases.placements(message.id).back().evidence == "agent");
        CHECK(given.cases.placements(message.id).back().placed_by == anna);
        CHECK(given.said("message.moved"));
        CHECK(move_message(given.ports, {message.id, to}).error().code == "message.there_already");

        REQUIRE(move_message(given.ports, {message.id, from}));
        CHECK(given.now(from).message_count == 2);
        CHECK(given.now(to).message_count == 0);
        CHECK(move_message(given.ports, {message.id, CaseId{404}}).error().kind == Refusal::not_found);
        CHECK(move_message(given.ports, {MessageId{404}, to}).error().kind == Refusal::not_found);
    });
}

TEST_CASE("a message split off has a case of its own, of its writer, linked to the first")
{
    on_each_engine([](sql::Session& session) {
        Desk given(session);
        const auto from = given.opened().id;
        const auto message = given.wrote(from, "And another thing", "zoe@example.net");

        const auto split = move_message(given.ports, {message.id, std::nullopt});

        REQUIRE(split);
        CHECK(split->id != from);
        CHECK(split->status == Status::queued);
        CHECK(split->person_id == message.person_id);
        CHECK(split->message_count == 1);
        CHECK(split->next_update_at);
        CHECK(given.cases.participants(split->id).at(0).address == "zoe@example.net");
        CHECK(given.cases.links(split->id).at(0) == std::pair(from, std::string("split")));
        CHECK(given.said("case.opened"));
    });
}
