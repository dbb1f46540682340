// SPDX-License-Identifier: Apache-2.0
// How work goes from one to another, over the whole way but the sockets.
#include "app/invariants.h"
#include "platform/json/read.h"
#include "testing/house.h"

#include <fmt/format.h>

using namespace amends;
using namespace amends::testing;

namespace {

std::int64_t number(UserId id) { return static_cast<std::int64_t>(id); }

struct Given {
    explicit Given(TestHouse& its_desk) : desk(its_desk), admin(set_up_desk(its_desk.house, usual_set_up()).value()) {}

    UserId agent(const std::string& name)
    {
        const auto id = employ(desk, name + "@example.org", staff::Role::agent);
        const auto session = desk.house.pool.take();
        session->execute("INSERT INTO team_members (brand_id, team_id, user_id)"
                         " SELECT 1, id, $user FROM teams WHERE brand_id = 1",
                         {{"user", id}});
        return id;
    }

    http::Response ask(UserId by, const std::string& method, const std::string& target, const std::string& body = "{}")
    {
        return browser_of(desk, by).ask(method, "/api/v1" + target, body);
    }

    std::int64_t held_by(UserId owner, const std::string& subject)
    {
        const auto made = ask(
            owner, "POST", "/cases",
            fmt::format(
                R"({{"customer":{{"address":"{}@example.com"}},"subject":"{}","text":"T","kind":"call","take":true}})",
                subject, subject));
        REQUIRE(made.status == 201);
        return json::Node::parse(made.body)->member("id")->integer().value();
    }

    std::int64_t count(const std::string& from)
    {
        const auto session = desk.house.pool.take();
        return session->value<std::int64_t>("SELECT count(*) FROM " + from);
    }

    TestHouse& desk;
    UserId admin{};
};

} // namespace

TEST_CASE("a proposal moves work from who carries most, and the moves keep places and promises")
{
    in_each_house([](TestHouse& desk) {
        Given given(desk);
        const auto aino = given.agent("aino");
        const auto reza = given.agent("reza");
        for (int count = 0; count < 4; ++count) given.held_by(aino, fmt::format("case{}", count));
        REQUIRE(given.ask(given.admin, "PUT", "/presence", R"({"presence":"off"})").status == 200);
        const auto promises = given.count("promises");
        const auto kept = [&] {
            const auto session = desk.house.pool.take();
            std::string all;
            for (auto& row : session->query("SELECT origin_at, coalesce(waiting_since, 0) FROM cases ORDER BY id"))
                all += fmt::format("{} {};", std::get<std::int64_t>(row.at(0)), std::get<std::int64_t>(row.at(1)));
            return all;
        };
        const auto before = kept();

        const auto proposal = given.ask(given.admin, "POST", "/rebalance/proposal");
        REQUIRE(proposal.status == 200);
        const auto moves = json::Node::parse(proposal.body)->member("moves")->items();
        CHECK(moves->size() == 2);
        std::string chosen;
        for (const auto& move : *moves)
            chosen += fmt::format(R"({}{{"case_id":{},"from":{},"to":{}}})", chosen.empty() ? "" : ",",
                                  move.member("case_id")->integer().value(), number(aino), number(reza));
        CHECK(given.ask(aino, "POST", "/rebalance/proposal").status == 403);
        const auto done = given.ask(given.admin, "POST", "/rebalance", R"({"moves":[)" + chosen + "]}");
        CHECK(done.body.find(R"("undone":[])") != std::string::npos);
        CHECK(given.count(fmt::format("cases WHERE owner_id = {}", number(reza))) == 2);
        CHECK(given.count("hand_overs WHERE kind = 'relief'") == 2);
        CHECK(given.count("promises") == promises);
        CHECK(kept() == before); // I24

        const auto again = given.ask(given.admin, "POST", "/rebalance", R"({"moves":[)" + chosen + "]}");
        CHECK(again.body.find("rebalance.stale") != std::string::npos);
        const auto session = desk.house.pool.take();
        CHECK(violations_in(*session, desk.clock).empty());
    });
}

TEST_CASE("full hands are given more by a lead only, and it is on record")
{
    in_each_house([](TestHouse& desk) {
        Given given(desk);
        const auto aino = given.agent("aino");
        const auto reza = given.agent("reza");
        const auto id = given.held_by(aino, "one");
        given.held_by(reza, "two");
        REQUIRE(given.ask(given.admin, "PATCH", fmt::format("/users/{}/work", number(reza)), R"({"cap":1})").status ==
                200);
        const auto path = fmt::format("/cases/{}/hand-over", id);
        const auto wish =
            fmt::format(R"({{"user_id":{},"summary":"S","kind":"transfer","reason":"expertise"}})", number(reza));

        const auto refused = given.ask(aino, "POST", path, wish);
        CHECK(refused.status == 409);
        CHECK(refused.body.find("hand_over.receiver_full") != std::string::npos);
        CHECK(given.count("hand_overs") == 0);
        CHECK(given.ask(given.admin, "POST", path, wish).status == 200);
        CHECK(given.count("events WHERE type = 'case.handed_over' AND payload LIKE '%\"over_cap\":true%'") == 1);
    });
}

TEST_CASE("a result for which its keeper has no time is promised by a lead only")
{
    in_each_house([](TestHouse& desk) {
        Given given(desk);
        const auto aino = given.agent("aino");
        const auto path = fmt::format("/cases/{}/promises", given.held_by(aino, "one"));
        const auto wish = [&](std::string_view ground) {
            return fmt::format(R"({{"side":"us","told_how":"call","kind":"outcome","text":"Done.","basis":"fact",)"
                               R"("ground":"{}","due_at":{}}})",
                               ground, (desk.clock.now() + std::chrono::hours(24)).time_since_epoch().count());
        };
        CHECK(given.ask(aino, "POST", path, wish("The bank")).status == 201); // Nobody knows when she works.
        std::string shifts;
        for (int day = 0; day < 7; ++day)
            shifts += fmt::format(R"({}{{"weekday":{},"starts_minute":0,"ends_minute":5}})", day == 0 ? "" : ",", day);
        REQUIRE(given
                    .ask(given.admin, "PATCH", fmt::format("/users/{}/work", number(aino)),
                         R"({"shifts":[)" + shifts + "]}")
                    .status == 200);

        const auto refused = given.ask(aino, "POST", path, wish("The bank"));
        CHECK(refused.status == 409);
        CHECK(refused.body.find("promise.over_capacity") != std::string::npos);
        CHECK(refused.body.find(R"("field":"due_at")") != std::string::npos);
        CHECK(given.count("promises WHERE kind = 'outcome'") == 1);
        CHECK(given.ask(given.admin, "POST", path, wish("The bank")).status == 201);
        CHECK(given.count("events WHERE type = 'promise.over_capacity'") == 1);
    });
}

TEST_CASE("the staffing page counts who is here, and takes what a lead types in by its field")
{
    in_each_house([](TestHouse& desk) {
        Given given(desk);
        const auto aino = given.agent("aino");
        const auto empty = given.ask(aino, "GET", "/staffing");
        CHECK(empty.body.find(R"("contacts_per_hour":null)") != std::string::npos);
        CHECK(empty.body.find(R"("needed":null)") != std::string::npos);
        CHECK(empty.body.find(R"("present":2)") != std::string::npos);
        const auto typed = given.ask(aino, "GET", "/staffing?contacts_per_hour=200&handle_seconds=180&present=11");
        CHECK(typed.body.find(R"("needed":14)") != std::string::npos);
        CHECK(typed.body.find(R"("mean_wait_seconds":122.78)") != std::string::npos);
        const auto wrong = given.ask(aino, "GET", "/staffing?handle_seconds=abc");
        CHECK(wrong.status == 422);
        CHECK(wrong.body.find(R"("field":"handle_seconds")") != std::string::npos);
    });
}

TEST_CASE("relief is asked for by the holder and granted by a lead")
{
    in_each_house([](TestHouse& desk) {
        Given given(desk);
        const auto aino = given.agent("aino");
        const auto reza = given.agent("reza");
        const auto id = given.held_by(aino, "angry");
        const auto relief = fmt::format("/cases/{}/relief", id);
        const std::string why = R"({"reason":"overload"})";

        CHECK(given.ask(reza, "POST", relief, why).status == 409);
        CHECK(given.ask(aino, "POST", relief, why).status == 201);
        CHECK(given.ask(aino, "POST", relief, why).body.find("relief.asked_already") != std::string::npos);
        CHECK(given.ask(given.admin, "GET", "/reliefs").body.find("angry") != std::string::npos);
        const auto granted = given.ask(given.admin, "POST", relief + "/decision",
                                       fmt::format(R"({{"grant":true,"user_id":{}}})", number(reza)));
        CHECK(granted.status == 200);
        CHECK(given.count(fmt::format("cases WHERE owner_id = {}", number(reza))) == 1);
        CHECK(given.ask(given.admin, "POST", relief + "/decision", R"({"grant":false})").status == 404);
        CHECK(given.ask(given.admin, "GET", "/reliefs").body.find("angry") == std::string::npos);
    });
}

TEST_CASE("the work of somebody who leaves is for others now, with a summary")
{
    in_each_house([](TestHouse& desk) {
        Given given(desk);
        const auto aino = given.agent("aino");
        given.held_by(aino, "one");
        given.held_by(aino, "two");

        const auto left = given.ask(given.admin, "POST", fmt::format("/users/{}/leave", number(aino)));
        CHECK(left.body == R"({"cases":2,"to_people":0})");
        CHECK(given.count("cases WHERE status = 'queued' AND owner_id IS NULL") == 2);
        CHECK(given.count("hand_overs WHERE kind = 'leave' AND reason = 'absence'") == 2);
        const auto reza = given.agent("reza");
        given.held_by(reza, "three");
        const auto off =
            given.ask(given.admin, "PATCH", fmt::format("/users/{}", number(reza)), R"({"disabled":true})");
        CHECK(off.status == 200);
        CHECK(given.count("cases WHERE status = 'queued' AND owner_id IS NULL") == 3);
        const auto session = desk.house.pool.take();
        CHECK(violations_in(*session, desk.clock).empty());
    });
}

TEST_CASE("the workload says what is known, and that it is not known where nobody has looked")
{
    in_each_house([](TestHouse& desk) {
        Given given(desk);
        const auto aino = given.agent("aino");
        const auto id = given.held_by(aino, "one");
        const auto before = given.ask(aino, "GET", "/workload");
        REQUIRE(before.status == 200);
        CHECK(before.body.find(R"("effort_minutes":15)") != std::string::npos);
        CHECK(before.body.find(R"("occupancy_day":0)") == std::string::npos);
        CHECK(before.body.find(R"("occupancy_day":null)") != std::string::npos);

        CHECK(given.ask(aino, "POST", fmt::format("/cases/{}/handled", id), R"({"seconds":0})").status == 422);
        CHECK(given.ask(aino, "POST", fmt::format("/cases/{}/handled", id), R"({"seconds":900})").status == 204);
        const auto after = given.ask(aino, "GET", "/workload");
        CHECK(after.body.find(R"("occupancy_half_hour":0.5)") != std::string::npos);
        CHECK(after.body.find(R"("handlings":1)") != std::string::npos);
    });
}
