// SPDX-License-Identifier: Apache-2.0
// What a client's guest gets to read, over the whole way but the sockets, with a canary in everything that is not his.
#include "app/set_up_desk.h"
#include "testing/house.h"

using namespace amends;
using namespace amends::testing;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view inner = "canary-inner";

struct Given {
    explicit Given(TestHouse& its_desk)
        : desk(its_desk),
          lead(set_up_desk(desk.house, usual_set_up()).value()),
          agent(browser_of(desk, employ(desk, "aino@example.org", staff::Role::agent))),
          guest(browser_of(desk, employ(desk, "client@example.org", staff::Role::client_guest)))
    {
    }

    std::int64_t opened(const std::string& subject)
    {
        const auto said = agent.ask("POST", "/api/v1/cases",
                                    R"({"subject":")" + subject +
                                        R"(","text":"Where is my parcel?","customer":{"name":"Eve","address":)"
                                        R"("eve@example.net"},"kind":"call","take":true})");
        REQUIRE_MESSAGE(said.status == 201, said.body);
        const auto at = said.body.find("\"id\":");
        return std::stoll(said.body.substr(at + 5));
    }
    std::string at(std::int64_t id, const std::string& rest = "") const
    {
        return "/api/v1/cases/" + std::to_string(id) + rest;
    }
    http::Response read(std::int64_t id, const std::string& rest = "")
    {
        return guest.ask("GET", "/api/v1/guest/cases/" + std::to_string(id) + rest);
    }

    TestHouse& desk;
    UserId lead{};
    Caller agent;
    Caller guest;
};

bool has(const http::Response& response, std::string_view part)
{
    return response.body.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("T11: a client's guest reads what was said with the customer, and nothing of the desk's inner life")
{
    in_each_house([](TestHouse& desk) {
        Given given(desk);
        const auto id = given.opened("Parcel");
        const std::string canary(inner);
        REQUIRE(given.agent.ask("POST", given.at(id, "/notes"), R"({"text":")" + canary + R"("})").status == 201);
        REQUIRE(
            given.agent.ask("PUT", given.at(id, "/draft"), R"({"text":")" + canary + R"(","kind":"reply"})").status <
            300);

        const auto list = given.guest.ask("GET", "/api/v1/guest/cases");
        CHECK(list.status == 200);
        CHECK(has(list, R"("subject":"Parcel")"));
        CHECK(has(list, R"("customer":"Eve")"));
        const auto view = given.read(id);
        CHECK(view.status == 200);
        CHECK(has(view, "Where is my parcel?"));
        CHECK(has(view, "next_update_at"));
        const auto talk = given.read(id, "/messages");
        CHECK(has(talk, "Where is my parcel?"));
        for (const auto& said : {list, view, talk}) {
            CHECK_FALSE(has(said, inner));
            for (const auto* part : {"\"notes\"", "\"draft\"", "\"events\"", "\"link\"", "eve@example.net"})
                CHECK_FALSE_MESSAGE(has(said, part), part);
        }
    });
}

TEST_CASE("a reply is a guest's to read when it has left the house, not before")
{
    in_each_house([](TestHouse& desk) {
        Given given(desk);
        const auto id = given.opened("Parcel");
        const auto in_a_day = std::to_string((desk.clock.now() + 24h).time_since_epoch().count());
        const auto said = given.agent.ask("POST", given.at(id, "/messages"),
                                          R"({"text":"canary-queued","next_update_at":)" + in_a_day + "}");
        REQUIRE_MESSAGE(said.status == 201, said.body);
        CHECK(has(given.agent.ask("GET", given.at(id)), "canary-queued"));
        CHECK_FALSE(has(given.read(id), "canary-queued"));
        const auto session = desk.house.pool.take();
        session->execute("UPDATE recipients SET reach = 'sent'");
        CHECK(has(given.read(id), "canary-queued"));
    });
}

TEST_CASE("spam and merged cases are the desk's affair, and a guest holds nothing")
{
    in_each_house([](TestHouse& desk) {
        Given given(desk);
        const auto kept = given.opened("Kept");
        const auto junk = given.opened("Junk");
        REQUIRE(given.agent.ask("POST", given.at(junk, "/spam"), "{}").status == 200);
        CHECK(given.read(junk).status == 404);
        CHECK(given.read(junk, "/messages").status == 404);
        CHECK(given.read(kept).status == 200);
        CHECK_FALSE(has(given.guest.ask("GET", "/api/v1/guest/cases"), "Junk"));
        CHECK(given.guest.ask("GET", "/api/v1/guest/cases?view=mine").status == 422);
        CHECK(given.guest.ask("GET", given.at(kept)).status == 403);
    });
}
