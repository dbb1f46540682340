// SPDX-License-Identifier: Apache-2.0
#include "app/set_up_desk.h"

#include "app/desk.h"
#include "app/staff_commands.h"
#include "testing/house.h"

#include <sstream>

using namespace amends;
using namespace amends::testing;
using namespace std::chrono_literals;

namespace {

SetUp a_wish()
{
    return {.desk_name = "Kauppa",
            .address = "Apu@Example.org",
            .language = "fi",
            .zone = "Europe/Helsinki",
            .name = "Aino",
            .email = "aino@example.org",
            .password = usual_password};
}

std::string code_for(House& house, const SetUp& wish)
{
    const auto done = set_up_desk(house, wish);
    return done ? "" : done.error().code;
}

bool has(const http::Response& response, std::string_view part)
{
    return response.body.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("three questions answered, the desk works, and nobody can answer them again")
{
    in_each_house([](TestHouse& desk) {
        Caller aino(desk);
        CHECK(aino.ask("GET", "/api/v1/setup").body == R"({"needed":true,"token_needed":false})");
        const auto body = json::text_of(a_wish());

        CHECK(has(aino.ask("POST", "/api/v1/setup", body), R"("role":"admin")"));
        CHECK(has(aino.ask("GET", "/api/v1/me"), R"("brand":{"id":1,"name":"Kauppa","prefix":"AM","language":"fi")"));
        CHECK(has(aino.ask("GET", "/api/v1/me"), R"("teams":[{"id":)"));
        CHECK(has(Caller(desk).ask("POST", "/api/v1/setup", body), "setup.done"));
        CHECK(Caller(desk).ask("GET", "/api/v1/setup").body == R"({"needed":false,"token_needed":false})");

        const auto session = desk.house.pool.take();
        Desk furnished(desk.house, *session, BrandId{1}, {});
        const auto line = furnished.channels.of_kind(channel::Kind::mail);
        REQUIRE(line);
        CHECK(line->address == "apu@example.org");
        CHECK(line->listens_since == desk.clock.now());
        CHECK(furnished.brand.opening_hours().size() == 5);
        CHECK(furnished.brand.brand().default_team);
    });
}

TEST_CASE("an answer that cannot work is refused with its field")
{
    in_each_house([](TestHouse& desk) {
        auto wish = a_wish();
        wish.address = "no address";
        CHECK(code_for(desk.house, wish) == "desk.address_invalid");
        wish.address = "apu+x@example.org";
        CHECK(code_for(desk.house, wish) == "desk.address_invalid");
        wish = a_wish();
        wish.desk_name = "  ";
        CHECK(code_for(desk.house, wish) == "desk.name_missing");
        wish = a_wish();
        wish.zone = "Mars/Olympus";
        CHECK(code_for(desk.house, wish) == "user.zone_unknown");
        wish = a_wish();
        wish.password = "short";
        CHECK(code_for(desk.house, wish) == "password.too_short");
        wish = a_wish();
        wish.language = "sv";
        CHECK(code_for(desk.house, wish) == "user.language_unknown");
        CHECK(code_for(desk.house, a_wish()).empty());
        CHECK(code_for(desk.house, a_wish()) == "setup.done");
    });
}

TEST_CASE("a desk that others reach is set up only by who has seen its link, within an hour")
{
    in_each_house(
        [](TestHouse& desk) {
            const SetUpDoor door(desk.house);
            auto wish = a_wish();
            CHECK(door.token_needed());
            CHECK(door.open(wish).error().code == "setup.token_wrong");
            wish.token = "";
            CHECK_FALSE(door.open(wish));
            wish.token = door.path().substr(door.path().find('=') + 1);
            CHECK(door.open(wish));
            desk.clock.advance(1h);
            CHECK_FALSE(door.open(wish));
            Caller stranger(desk);
            CHECK(has(stranger.ask("POST", "/api/v1/setup", json::text_of(a_wish())), "setup.token_wrong"));
        },
        {.public_address = "https://desk.example.org"});
}

TEST_CASE("a desk that is refused leaves nothing behind, so that another try is the first")
{
    const Folder folder;
    const Config config{.data = folder.path() / "desk"};
    const auto status = [&](const InitWish& wish, const std::string& password) {
        std::istringstream input(password + "\n");
        return init_desk(config, wish, input);
    };

    CHECK(status({"Desk", "lead@example.org", "help@example.org"}, "short") == 1);
    CHECK(status({"Desk", "no address", "help@example.org"}, usual_password) == 1);
    CHECK(status({"Desk", "lead@example.org", "no address"}, usual_password) == 1);
    CHECK(status({" ", "lead@example.org", "help@example.org"}, usual_password) == 1);

    CHECK_FALSE(std::filesystem::exists(config.data));
    CHECK(status({"Desk", "lead@example.org", "help@example.org"}, usual_password) == 0);
}

TEST_CASE("a desk is made, and its people are looked after, without a browser")
{
    const Folder folder;
    const Config config{.data = folder.path()};
    std::istringstream password("correct horse battery 9\n");
    std::istringstream short_one("x\n");

    CHECK(init_desk(config, {"Desk", "lead@example.org", "help@example.org"}, short_one) == 1);
    CHECK(init_desk(config, {"Desk", "lead@example.org", "help@example.org"}, password) == 0);
    CHECK(init_desk(config, {"Desk", "lead@example.org", "help@example.org"}, password) == 1);
    CHECK(make_token(config, "Lead@example.org", staff::Scope::admin) == 0);
    CHECK(make_token(config, "nobody@example.org", staff::Scope::admin) == 1);
    CHECK(add_user(config, {"Aino", "aino@example.org", staff::Role::agent, "fi"}) == 0);
    CHECK(add_user(config, {"Aino", "aino@example.org", staff::Role::agent, "fi"}) == 1);
    CHECK(reset_user(config, "aino@example.org") == 0);
    CHECK(disable_user(config, "lead@example.org") == 1); // The last admin.
    CHECK(disable_user(config, "aino@example.org") == 0);
    CHECK(reset_user(config, "aino@example.org") == 1);
    CHECK(list_users(config) == 0);
}

TEST_CASE("a clock that was set back gives no number of a user, a session or a team a second time")
{
    TestHouse desk;
    REQUIRE(set_up_desk(desk.house, a_wish()));
    desk.clock.advance(48h);
    const auto last = employ(desk, "late@example.org", staff::Role::agent);
    const FixedClock earlier(some_noon);
    House again(TestHouse::within({}, desk.folder.path()), earlier);
    again.open();

    CHECK(again.ids.next<UserId>() > last);
}
