// SPDX-License-Identifier: Apache-2.0
// The queue over the whole way but the sockets: who is given what, and why not.
#include "app/invariants.h"
#include "platform/json/read.h"
#include "testing/house.h"

#include <fmt/format.h>

#include <array>
#include <set>
#include <thread>

using namespace amends;
using namespace amends::testing;
using namespace std::chrono_literals;

namespace {

std::int64_t number(UserId id) { return static_cast<std::int64_t>(id); }

struct Given {
    explicit Given(TestHouse& its_desk) : desk(its_desk), admin(set_up_desk(its_desk.house, usual_set_up()).value())
    {
        const auto session = desk.house.pool.take();
        team = session->value<std::int64_t>("SELECT id FROM teams");
    }

    UserId agent(const std::string& name)
    {
        const auto id = employ(desk, name + "@example.org", staff::Role::agent);
        const auto session = desk.house.pool.take();
        session->execute("INSERT INTO team_members (brand_id, team_id, user_id) VALUES (1, $team, $user)",
                         {{"team", team}, {"user", id}});
        return id;
    }

    std::int64_t opened(const std::string& subject, const std::string& more = "")
    {
        auto browser = browser_of(desk, admin);
        const auto made = browser.ask(
            "POST", "/api/v1/cases",
            fmt::format(
                R"({{"customer":{{"address":"{}@example.com"}},"subject":"{}","text":"Where is it?","kind":"call"{}}})",
                subject, subject, more));
        REQUIRE(made.status == 201);
        return json::Node::parse(made.body)->member("id")->integer().value();
    }

    // The subject of the case that somebody is given, or the code of the refusal.
    std::string next(UserId by)
    {
        auto browser = browser_of(desk, by);
        const auto given = browser.ask("POST", "/api/v1/queue/next", "{}");
        const auto node = json::Node::parse(given.body);
        if (given.status != 200) return node->member("code")->text().value();
        return node->member("case")->member("subject")->text().value();
    }

    std::vector<std::string> order(UserId by, const std::string& query = "")
    {
        auto browser = browser_of(desk, by);
        const auto answer = browser.ask("GET", "/api/v1/queue" + query);
        REQUIRE(answer.status == 200);
        std::vector<std::string> subjects;
        const auto node = json::Node::parse(answer.body);
        const auto items = node->member("items")->items();
        for (const auto& item : *items) subjects.push_back(item.member("subject")->text().value());
        return subjects;
    }

    void grave(std::int64_t id, int severity)
    {
        auto browser = browser_of(desk, admin);
        REQUIRE(browser
                    .ask("PATCH", fmt::format("/api/v1/cases/{}", id),
                         fmt::format(R"({{"severity_assessed":{}}})", severity))
                    .status == 200);
    }

    int can(UserId whom, const std::string& body)
    {
        auto browser = browser_of(desk, admin);
        return browser.ask("PATCH", fmt::format("/api/v1/users/{}/work", number(whom)), body).status;
    }

    TestHouse& desk;
    UserId admin{};
    std::int64_t team{};
};

} // namespace

TEST_CASE("the next case is the first of the queue, and each pull says why")
{
    in_each_house([](TestHouse& desk) {
        Given given(desk);
        const auto aino = given.agent("aino");
        given.opened("first");
        desk.clock.advance(30min);
        given.grave(given.opened("grave"), 3);
        desk.clock.advance(10min);

        CHECK(given.order(aino) == std::vector<std::string>{"grave", "first"}); // 8 × 10 against 40 minutes.
        CHECK(given.next(aino) == "grave");
        CHECK(given.order(aino) == std::vector<std::string>{"first"});
        CHECK(given.next(aino) == "first");
        CHECK(given.next(aino) == "queue.empty");
        const auto session = desk.house.pool.take();
        CHECK(session->value<std::int64_t>("SELECT count(*) FROM events WHERE type = 'case.pulled'") == 2);
        CHECK(session->value<std::int64_t>("SELECT pulls FROM queue_pulls") == 2);
        CHECK(violations_in(*session, desk.clock).empty());
    });
}

TEST_CASE("what goes back into the queue has kept its place")
{
    in_each_house([](TestHouse& desk) {
        Given given(desk);
        const auto aino = given.agent("aino");
        const auto old = given.opened("old");
        desk.clock.advance(1h);
        given.opened("new");
        CHECK(given.next(aino) == "old");
        desk.clock.advance(10min);
        auto browser = browser_of(desk, aino);
        REQUIRE(browser.ask("POST", fmt::format("/api/v1/cases/{}/release", old), R"({"summary":"Not mine"})").status ==
                200);
        CHECK(given.order(aino) == std::vector<std::string>{"old", "new"});
    });
}

TEST_CASE("what is due is pulled first, three times of four")
{
    in_each_house([](TestHouse& desk) {
        Given given(desk);
        const auto aino = given.agent("aino");
        for (int count = 1; count <= 4; ++count) given.opened(fmt::format("due{}", count));
        desk.clock.advance(23h); // Monday noon of Helsinki and later: the first update is due on Tuesday.
        given.grave(given.opened("heavy"), 3);
        desk.clock.advance(30min);

        const std::vector<std::string> wanted{"due1", "due2", "due3", "heavy", "due4"};
        CHECK(given.order(aino) == wanted);
        for (const auto& subject : wanted) CHECK(given.next(aino) == subject);
    });
}

TEST_CASE("languages, skills, teams and full hands are heeded, and said")
{
    in_each_house([](TestHouse& desk) {
        Given given(desk);
        const auto aino = given.agent("aino");
        const auto reza = given.agent("reza");
        const auto alone = employ(desk, "alone@example.org", staff::Role::agent);
        CHECK(given.can(aino, R"({"languages":["fi"]})") == 200);
        CHECK(given.can(reza, R"({"languages":["en"],"skills":["complaint"]})") == 200);
        given.opened("english", R"(,"language":"en")");

        CHECK(given.next(aino) == "queue.nothing_fits");
        CHECK(given.next(alone) == "queue.no_team");
        CHECK(given.next(reza) == "english");
        given.opened("greek", R"(,"language":"el")"); // Nobody but the admin, who is known for no language.
        CHECK(given.next(reza) == "queue.nothing_fits");
        CHECK(given.can(given.admin, R"({"languages":["en"]})") == 200);
        CHECK(given.next(reza) == "greek"); // Somebody must.
        given.opened("complaint", R"(,"language":"fi","type":"complaint")");
        CHECK(given.next(aino) == "complaint"); // Who has learnt it does not speak Finnish.
        CHECK(given.can(reza, R"({"cap":2})") == 200);
        given.opened("more", R"(,"language":"en")");
        CHECK(given.next(reza) == "case.hands_full");
    });
}

TEST_CASE("an agent with full hands takes no more by hand either, a lead may")
{
    in_each_house([](TestHouse& desk) {
        Given given(desk);
        const auto aino = given.agent("aino");
        CHECK(given.can(aino, R"({"cap":1})") == 200);
        CHECK(given.can(given.admin, R"({"cap":1})") == 200);
        const auto take = [&](UserId by, std::int64_t id) {
            auto browser = browser_of(desk, by);
            return browser.ask("POST", fmt::format("/api/v1/cases/{}/take", id), "{}");
        };
        CHECK(take(aino, given.opened("one")).status == 200);
        const auto refused = take(aino, given.opened("two"));
        CHECK(refused.status == 409);
        CHECK(refused.body.find("case.hands_full") != std::string::npos);
        CHECK(take(given.admin, given.opened("three")).status == 200);
        CHECK(take(given.admin, given.opened("four")).status == 200);
    });
}

TEST_CASE("what nobody can be is refused by its field")
{
    in_each_house([](TestHouse& desk) {
        Given given(desk);
        const auto aino = given.agent("aino");
        for (
            const auto* const body :
            {R"({"cap":0})", R"({"skills":["flying"]})", R"({"languages":["Finnish"]})",
             R"({"shifts":[{"weekday":7,"starts_minute":0,"ends_minute":60}]})",
             R"({"shifts":[{"weekday":1,"starts_minute":60,"ends_minute":60}]})",
             R"({"shifts":[{"weekday":1,"starts_minute":0,"ends_minute":61},{"weekday":1,"starts_minute":60,"ends_minute":90}]})"})
            CHECK(given.can(aino, body) == 422);
        CHECK(given.can(UserId{5}, R"({"cap":3})") == 404);
        auto browser = browser_of(desk, aino);
        CHECK(browser.ask("GET", "/api/v1/queue?team=5").status == 422);
        CHECK(browser.ask("PUT", "/api/v1/presence", R"({"presence":"off"})").status == 200);
        CHECK(browser.ask("GET", "/api/v1/workers").body.find(R"("presence":"off")") != std::string::npos);
    });
}

TEST_CASE("two who pull at once never get the same case")
{
    in_each_house([](TestHouse& desk) {
        Given given(desk);
        std::vector<UserId> agents{given.agent("aino"), given.agent("reza")};
        for (int count = 0; count < 12; ++count) given.opened(fmt::format("case{}", count));
        std::array<std::vector<std::string>, 2> got;
        {
            std::vector<std::jthread> threads;
            for (std::size_t who = 0; who < 2; ++who)
                threads.emplace_back([&, who] {
                    for (int pull = 0; pull < 6; ++pull) got.at(who).push_back(given.next(agents[who]));
                });
        }
        std::set<std::string> all(got[0].begin(), got[0].end());
        all.insert(got[1].begin(), got[1].end());
        CHECK(all.size() == 12);
        CHECK_FALSE(all.contains("queue.empty"));
    });
}
