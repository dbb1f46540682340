// SPDX-License-Identifier: Apache-2.0
#include "case/case_views_sql.h"

#include "case/fixture_test.h"
#include "platform/json/read.h"
#include "platform/json/write.h"

#include <algorithm>

using namespace amends;
using namespace amends::cases;
using namespace std::chrono_literals;
using testing::Desk;
using testing::noon;

namespace {

struct Given : Desk {
    explicit Given(sql::Session& its_session) : Desk(its_session) {}

    [[nodiscard]] CaseViewsSql views() { return {session, brand.brand(), clock}; }

    void taken(CaseId id, UserId by)
    {
        const auto before = now(id);
        REQUIRE(write(ports, before, *take(before, by)));
    }

    // Twelve cases, an hour apart, every third taken by Anna.
    std::vector<CaseId> twelve()
    {
        std::vector<CaseId> made;
        for (int count = 0; count < 12; ++count) {
            made.push_back(opened().id);
            if (count % 3 == 0) taken(made.back(), testing::anna);
            clock.advance(1h);
        }
        return made;
    }
};

std::vector<CaseId> walked(const CaseViews& views, ListWish wish)
{
    std::vector<CaseId> seen;
    for (int page = 0; page < 20; ++page) {
        const auto list = views.list(wish);
        for (const auto& row : list.items) seen.push_back(row.id);
        if (!list.next) break;
        wish.after = *cursor_from(std::string_view(*list.next));
    }
    return seen;
}

std::string plan_of(sql::Session& session, std::string text)
{
    for (const std::string_view name : {"$brand", "$viewer", "$now", "$last", "$at"})
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name))
            text.replace(at, name.size(), "5");
    std::string plan;
    for (const auto& row : session.query("EXPLAIN QUERY PLAN " + text)) plan += std::get<std::string>(row.at(3)) + "\n";
    return plan;
}

} // namespace

TEST_CASE("a list is walked to its end by its cursor, each case once")
{
    testing::on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto made = given.twelve();
        const auto views = given.views();

        for (const int limit : {1, 5, 12, 50}) {
            CHECK(walked(views, {.view = View::all, .limit = limit}) ==
                  std::vector<CaseId>(made.rbegin(), made.rend()));
            CHECK(walked(views, {.view = View::nobody, .limit = limit}).size() == 8);
            CHECK(walked(views, {.view = View::mine, .viewer = testing::anna, .limit = limit}).size() == 4);
            CHECK(walked(views, {.view = View::mine, .viewer = testing::bo, .limit = limit}).empty());
            CHECK(walked(views, {.view = View::closed, .limit = limit}).empty());
        }
    });
}

TEST_CASE("silence shows a missing next update before one that is late, and none that is to come")
{
    testing::on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto late = given.opened().id;
        given.clock.advance(20h);
        const auto to_come = given.opened().id;
        const auto missing = given.opened().id;
        session.execute("UPDATE cases SET next_update_at = NULL WHERE id = $id", {{"id", missing}});
        given.clock.advance(10h);
        const auto views = given.views();

        for (const int limit : {1, 2, 50})
            CHECK(walked(views, {.view = View::silence, .limit = limit}) == std::vector{missing, late});
        const auto counts = views.counts(testing::anna);
        CHECK(counts.silence == 2);
        CHECK(counts.nobody == 3);
        CHECK(counts.mine == 0);
        CHECK(views.row(late)->late);
        CHECK_FALSE(views.row(missing)->next_update_at);
        CHECK(views.row(to_come)->next_update_at > given.clock.now());
    });
}

TEST_CASE("a row names customer, owner and team and says on whom the case waits")
{
    testing::on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto id = given.opened().id;
        given.taken(id, testing::anna);

        const auto row = given.views().row(id);

        REQUIRE(row);
        CHECK(row->ref == "AM-1001");
        CHECK(row->customer.name == "Eve");
        CHECK(row->customer.address == "eve@example.net");
        CHECK(row->owner->name == "Anna");
        CHECK(row->team->name == "Front");
        CHECK(row->waits_on == Side::us);
        CHECK(row->channel == "mail");
    });
}

TEST_CASE("nothing of another brand is in a list")
{
    testing::on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto id = given.opened().id;
        const CaseViewsSql elsewhere(session, brand::Brand{.id = BrandId{0}, .prefix = "X"}, given.clock);

        CHECK(elsewhere.list({.view = View::all}).items.empty());
        CHECK_FALSE(elsewhere.row(id));
        CHECK_FALSE(elsewhere.find(id, testing::anna));
    });
}

TEST_CASE("a case shows its newest twenty messages, oldest first, and where older ones begin")
{
    testing::on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto id = given.opened().id;
        for (int count = 0; count < 25; ++count) {
            given.wrote(id, "line " + std::to_string(count));
            if (count % 2 == 0) given.clock.advance(1min); // Two mails at one instant are told apart by their ids.
        }
        const auto views = given.views();

        const auto view = views.find(id, testing::anna);

        REQUIRE(view);
        REQUIRE(view->messages.size() == 20);
        CHECK(view->messages.front().text == "line 5");
        CHECK(view->messages.back().text == "line 24");
        CHECK(view->messages.back().placement.at(0).evidence == "references");
        CHECK(view->messages.back().placement.at(0).by->name == "Anna");
        CHECK(view->messages.back().recipients.at(0).address == "help@example.org");
        CHECK(view->message_count == 25);
        REQUIRE(view->older);
        const auto older =
            views.messages({.case_id = id, .limit = 20, .after = *cursor_from(std::string_view(*view->older))});
        REQUIRE(older.items.size() == 5);
        CHECK(older.items.front().text == "line 4");
        CHECK(older.items.front().recipients.size() == 1);
        CHECK_FALSE(older.next);
    });
}

TEST_CASE("a case shows the messages of what was merged into it, in one order")
{
    testing::on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto target = given.opened().id;
        const auto source = given.opened().id;
        given.wrote(target, "first");
        given.clock.advance(1min);
        given.wrote(source, "second");
        given.clock.advance(1min);
        given.wrote(target, "third");
        given.cases.add(CaseMerge{.id = given.ids.next<MergeId>(), .source = source, .target = target, .at = noon});
        const auto views = given.views();

        const auto view = views.find(target, testing::anna);

        REQUIRE(view->messages.size() == 3);
        CHECK(view->messages[1].text == "second");
        CHECK(view->messages[1].case_id == source);
        CHECK(view->messages[1].recipients.size() == 1);
        CHECK(view->merged_from.at(0).id == source);
        CHECK(views.find(source, testing::anna)->merged_into->id == target);
        const auto page = views.messages({.case_id = target, .limit = 2});
        CHECK(page.items.at(1).text == "second");
        CHECK(views.messages({.case_id = target, .limit = 2, .after = *cursor_from(std::string_view(*page.next))})
                  .items.size() == 1);
    });
}

TEST_CASE("a view is valid JSON, with the fields of a row among those of the case")
{
    testing::on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto id = given.opened("eve@example.net", "A \"quoted\" \\ subject\n").id;
        given.wrote(id, "Γειά σου \x01");
        given.events.write();

        const auto text = json::text_of(*given.views().find(id, testing::anna));

        const auto root = json::Node::parse(text);
        REQUIRE(root);
        CHECK(root->member("subject")->text() == "A \"quoted\" \\ subject\n");
        CHECK(root->member("version")->integer() == 2);
        CHECK(root->member("events")->items()->at(0).member("payload")->member("number")->integer() == 1001);
        CHECK(root->member("messages")->items()->size() == 1);
    });
}

TEST_CASE("a cursor that we did not make is refused")
{
    for (const std::string_view text :
         {"", ".", "1", "1.", ".1", "1.x", "x.1", "1.2.3", "99999999999999999999.1", "1. 2"})
        CHECK_FALSE(cursor_from(text));
    CHECK(cursor_from(std::string_view(text_of(Cursor{-5, 7})))->at == -5);
    for (const auto* text : {"", "0", "-1", "201", "5x", " 5", "99999999999999999999"})
        CHECK_FALSE(limit_from(std::string(text), 50));
    CHECK(*limit_from(std::nullopt, 50) == 50);
    CHECK(*limit_from("200", 50) == 200);
}

TEST_CASE("no list scans a table or sorts")
{
    sql::Session session("sqlite::memory:");
    sql::migrate(session, migrations);

    for (const auto view : {View::mine, View::nobody, View::silence, View::waiting, View::closed, View::all})
        for (const bool from_cursor : {false, true}) {
            const auto plan = plan_of(session, CaseViewsSql::list_text(view, from_cursor, 51));
            INFO(name_of(view), "\n", plan);
            CHECK(plan.find("SCAN") == std::string::npos);
            CHECK(plan.find("TEMP B-TREE") == std::string::npos);
        }
}
