// SPDX-License-Identifier: Apache-2.0
// Signing in and what follows from it, over the whole way but the sockets, as somebody tries it who wants more than he
// may have.
#include "platform/crypto/totp.h"
#include "testing/house.h"

#include <algorithm>
#include <array>

using namespace amends;
using namespace amends::testing;
using namespace std::chrono_literals;

namespace {

bool has(const http::Response& response, std::string_view part)
{
    return response.body.find(part) != std::string::npos;
}

std::string text_in(const http::Response& response, const std::string& name)
{
    const auto start = response.body.find("\"" + name + "\":\"");
    if (start == std::string::npos) return {};
    const auto from = start + name.size() + 4;
    return response.body.substr(from, response.body.find('"', from) - from);
}

std::string sign_in_body(const std::string& email, const std::string& password = usual_password)
{
    return R"({"email":")" + email + R"(","password":")" + password + R"("})";
}

std::string set_cookie(const http::Response& response)
{
    for (const auto& header : response.headers)
        if (header.name == "Set-Cookie") return header.value;
    return {};
}

const Config public_desk{.public_address = "https://desk.example.org"};

} // namespace

TEST_CASE("who signs in is somebody, and who signs out is nobody")
{
    in_each_house([](TestHouse& desk) {
        employ(desk, "aino@example.org", staff::Role::agent);
        Caller aino(desk);

        CHECK(aino.ask("GET", "/api/v1/me").status == 401);
        const auto entered = aino.ask("POST", "/api/v1/sign-in", sign_in_body("Aino@Example.org"));
        CHECK(entered.status == 200);
        CHECK(text_in(entered, "second_factor") == "setup_needed");
        CHECK(set_cookie(entered).starts_with("session="));
        CHECK(set_cookie(entered).find("HttpOnly; SameSite=Strict") != std::string::npos);
        const auto me = aino.ask("GET", "/api/v1/me");
        CHECK(has(me, R"("email":"aino@example.org","role":"agent")"));
        CHECK(has(me, R"("second_factor_required":false)"));
        const auto old = aino.cookie;
        CHECK(aino.ask("POST", "/api/v1/sign-out").status == 204);
        CHECK(aino.cookie == "session=");
        aino.cookie = old;
        CHECK(aino.ask("GET", "/api/v1/me").status == 401);
    });
}

TEST_CASE("behind TLS the cookie is bound to the host and never sent in the clear")
{
    in_each_house(
        [](TestHouse& desk) {
            const auto id = employ(desk, "aino@example.org", staff::Role::agent);
            Caller aino(desk);
            aino.headers["origin"] = "https://desk.example.org";
            const auto cookie = set_cookie(aino.ask("POST", "/api/v1/sign-in", sign_in_body("aino@example.org")));
            CHECK(cookie.starts_with("__Host-session="));
            CHECK(cookie.find("; Secure") != std::string::npos);
            CHECK(cookie.find("Path=/;") != std::string::npos);
            CHECK(cookie.find("Domain") == std::string::npos);
            auto planted = browser_of(desk, id);
            planted.cookie = "session" + planted.cookie.substr(planted.cookie.find('='));
            CHECK(planted.ask("GET", "/api/v1/me").status == 401);
        },
        public_desk);
}

TEST_CASE("a refused sign-in is counted although it leaves no other trace")
{
    in_each_house([](TestHouse& desk) {
        employ(desk, "aino@example.org", staff::Role::agent);
        Caller thief(desk);
        thief.peer = "198.51.100.1";
        for (int tries = 0; tries < 10; ++tries)
            CHECK(thief.ask("POST", "/api/v1/sign-in", sign_in_body("aino@example.org", "wrong")).status == 401);
        const auto refused = thief.ask("POST", "/api/v1/sign-in", sign_in_body("aino@example.org"));
        CHECK(refused.status == 429);
        CHECK(text_in(refused, "code") == "sign_in.too_many");
        Caller owner(desk);
        CHECK(owner.ask("POST", "/api/v1/sign-in", sign_in_body("aino@example.org")).status == 200);
    });
}

TEST_CASE("an enormous password costs nothing")
{
    in_each_house([](TestHouse& desk) {
        employ(desk, "aino@example.org", staff::Role::agent);
        Caller thief(desk);
        const auto begun = moment();
        CHECK(thief.ask("POST", "/api/v1/sign-in", sign_in_body("aino@example.org", std::string(5'000'000, 'x')))
                  .status == 401);
        CHECK(moment() - begun < 1s);
    });
}

TEST_CASE("on a desk that others reach a password alone opens one's own account and nothing else")
{
    in_each_house(
        [](TestHouse& desk) {
            employ(desk, "admin@example.org", staff::Role::admin);
            Caller admin(desk);
            CHECK(text_in(admin.ask("POST", "/api/v1/sign-in", sign_in_body("admin@example.org")), "second_factor") ==
                  "setup_needed");
            CHECK(text_in(admin.ask("GET", "/api/v1/users"), "code") == "session.second_factor_missing");
            CHECK(text_in(admin.ask("POST", "/api/v1/me/second-factor/put-off"), "code") == "second_factor.required");

            const auto secret = text_in(admin.ask("POST", "/api/v1/me/second-factor"), "secret");
            const auto code = crypto::totp_code(crypto::Secret(secret), desk.clock.now().time_since_epoch() / 30s);
            const auto before = admin.cookie;
            const auto done = admin.ask("POST", "/api/v1/me/second-factor/confirmation", R"({"code":")" + code + "\"}");
            CHECK(done.status == 200);
            CHECK(has(done, "recovery_codes"));
            CHECK(admin.cookie != before);
            CHECK(admin.ask("GET", "/api/v1/users").status == 200);
            CHECK(has(admin.ask("POST", "/api/v1/sign-in", sign_in_body("admin@example.org")),
                      R"({"me":null,"second_factor":"code_needed"})"));
        },
        public_desk);
}

TEST_CASE("a page of another site cannot write with our visitor's cookie")
{
    in_each_house([](TestHouse& desk) {
        auto admin = browser_of(desk, employ(desk, "admin@example.org", staff::Role::admin));
        const auto invite = R"({"name":"X","email":"x@example.org","role":"admin","language":"en"})";

        admin.headers["x-amends"] = "";
        CHECK(text_in(admin.ask("POST", "/api/v1/users", invite), "code") == "request.mark_missing");
        admin.headers["x-amends"] = "1";
        for (const auto* const origin : {"https://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1:8081",
                                         "https://127.0.0.1:8080", "http://127.0.0.1:8080.evil.example"}) {
            admin.headers["origin"] = origin;
            CHECK(text_in(admin.ask("POST", "/api/v1/users", invite), "code") == "request.other_origin");
            CHECK(text_in(admin.ask("POST", "/api/v1/sign-in", "{}"), "code") == "request.other_origin");
        }
        // Names that an attacker lets point at this machine.
        for (const std::string name : {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8080"}) {
            admin.headers["host"] = name;
            admin.headers["origin"] = "http://" + name;
            CHECK(text_in(admin.ask("POST", "/api/v1/users", invite), "code") == "request.other_origin");
        }
        admin.headers["host"] = "127.0.0.1:8080";
        admin.headers["origin"] = "http://127.0.0.1:8080";
        CHECK(admin.ask("POST", "/api/v1/users", invite).status == 201);
    });
}

TEST_CASE("only acts of a person keep a session alive")
{
    in_each_house([](TestHouse& desk) {
        auto aino = browser_of(desk, employ(desk, "aino@example.org", staff::Role::agent));
        aino.headers["x-amends-background"] = "1";
        for (int hours = 0; hours < 7; ++hours) {
            desk.clock.advance(1h);
            CHECK(aino.ask("GET", "/api/v1/me").status == 200);
        }
        desk.clock.advance(1h);
        CHECK(aino.ask("GET", "/api/v1/me").status == 401);

        auto busy = browser_of(desk, employ(desk, "busy@example.org", staff::Role::agent));
        for (int hours = 0; hours < 7 * 24 - 1; hours += 7) {
            CHECK(busy.ask("GET", "/api/v1/me").status == 200);
            desk.clock.advance(7h);
        }
        CHECK(busy.ask("GET", "/api/v1/me").status == 401);
    });
}

TEST_CASE("a right that is lost is lost at the next request, and open lines hear of it")
{
    in_each_house([](TestHouse& desk) {
        auto admin = browser_of(desk, employ(desk, "admin@example.org", staff::Role::admin));
        const auto id = employ(desk, "aino@example.org", staff::Role::agent);
        auto aino = browser_of(desk, id);
        std::vector<UserId> heard;
        desk.gate.when_rights_change([&](UserId user) { heard.push_back(user); });
        const auto viewer = desk.gate.admit({.method = "GET", .headers = {{"cookie", aino.cookie}}});
        REQUIRE(viewer);
        CHECK(desk.gate.still(*desk.house.pool.take(), *viewer));

        const auto path = "/api/v1/users/" + std::to_string(static_cast<std::int64_t>(id));
        CHECK(admin.ask("PATCH", path, R"({"disabled":true})").status == 200);

        CHECK(std::ranges::find(heard, id) != heard.end());
        CHECK_FALSE(desk.gate.still(*desk.house.pool.take(), *viewer));
        CHECK(aino.ask("GET", "/api/v1/me").status == 401);
        CHECK(Caller(desk).ask("POST", "/api/v1/sign-in", sign_in_body("aino@example.org")).status == 401);
    });
}

TEST_CASE("nobody can give himself what is not his to give")
{
    in_each_house([](TestHouse& desk) {
        const auto id = employ(desk, "aino@example.org", staff::Role::agent);
        auto aino = browser_of(desk, id);
        for (const auto* const body :
             {R"({"role":"admin"})", R"({"name":"A","version":9})", R"({"password_hash":"x"})", R"({"email":"b@c.d"})"})
            CHECK(text_in(aino.ask("PATCH", "/api/v1/me", body), "code") == "request.field_unknown");
        CHECK(text_in(aino.ask("PATCH", "/api/v1/me", R"({"zone":"../../etc/passwd"})"), "code") ==
              "user.zone_unknown");
        CHECK(aino.ask("PATCH", "/api/v1/me", R"({"name":"Aino V.","language":"fa"})").status == 200);
        const auto own = "/api/v1/users/" + std::to_string(static_cast<std::int64_t>(id));
        CHECK(aino.ask("PATCH", own, R"({"role":"admin"})").status == 403);
    });
}

TEST_CASE("the session of another cannot be seen or ended")
{
    in_each_house([](TestHouse& desk) {
        auto aino = browser_of(desk, employ(desk, "aino@example.org", staff::Role::agent));
        auto admin = browser_of(desk, employ(desk, "admin@example.org", staff::Role::admin));
        const auto list = aino.ask("GET", "/api/v1/sessions").body;
        CHECK(list.find("\"current\":true") != std::string::npos);
        const auto from = list.find("\"id\":") + 5;
        const auto id = list.substr(from, list.find(',', from) - from);

        CHECK(text_in(admin.ask("DELETE", "/api/v1/sessions/" + id), "code") == "session.not_found");
        CHECK(aino.ask("DELETE", "/api/v1/sessions/" + id).status == 204);
        CHECK(aino.ask("GET", "/api/v1/me").status == 401);
    });
}

TEST_CASE("the same key does the same thing once, and another thing not at all")
{
    in_each_house([](TestHouse& desk) {
        auto admin = browser_of(desk, employ(desk, "admin@example.org", staff::Role::admin));
        admin.headers["idempotency-key"] = "k1";
        const auto first = admin.ask("POST", "/api/v1/tokens", R"({"name":"a","scope":"read"})");
        const auto again = admin.ask("POST", "/api/v1/tokens", R"({"name":"a","scope":"read"})");
        CHECK(first.status == 201);
        CHECK(again.status == 201);
        CHECK(first.body == again.body);
        CHECK(text_in(admin.ask("POST", "/api/v1/tokens", R"({"name":"b","scope":"read"})"), "code") ==
              "request.key_reused");
        CHECK(text_in(admin.ask("POST", "/api/v1/teams", R"({"name":"a","scope":"read"})"), "code") ==
              "request.key_reused");
        admin.headers["idempotency-key"] = std::string(201, 'k');
        CHECK(text_in(admin.ask("POST", "/api/v1/teams", R"({"name":"a"})"), "code") == "request.key_malformed");
        admin.headers["idempotency-key"] = "k2";
        CHECK(admin.ask("POST", "/api/v1/teams", R"({"name":""})").status == 422); // Not kept.
        CHECK(admin.ask("POST", "/api/v1/teams", R"({"name":"Tuki"})").status == 201);
        admin.headers.erase("idempotency-key");
        const auto tokens = admin.ask("GET", "/api/v1/tokens").body;
        CHECK(tokens.find("\"name\":\"a\"") == tokens.rfind("\"name\":\"a\""));

        const auto kept = desk.house.pool.take()->query("SELECT body, request_hash FROM idempotency_keys");
        for (const auto& row : kept)
            CHECK(std::get<std::string>(row[0]).find(text_in(first, "token")) == std::string::npos);
        desk.clock.advance(25h);
        auto next_day = browser_of(desk, employ(desk, "second@example.org", staff::Role::admin));
        next_day.headers["idempotency-key"] = "k9";
        CHECK(next_day.ask("POST", "/api/v1/teams", R"({"name":"Apu"})").status == 201);
        CHECK(desk.house.pool.take()->query("SELECT key FROM idempotency_keys").size() == 1);
    });
}

TEST_CASE("a token is shown once and says later only when it was used")
{
    in_each_house([](TestHouse& desk) {
        auto admin = browser_of(desk, employ(desk, "admin@example.org", staff::Role::admin));
        const auto token = text_in(admin.ask("POST", "/api/v1/tokens", R"({"name":"a","scope":"read"})"), "token");
        CHECK(has(admin.ask("GET", "/api/v1/tokens"), R"("last_used_at":null)"));
        Caller program(desk, token);
        program.headers.clear();
        CHECK(program.ask("GET", "/api/v1/users").status == 200);
        CHECK_FALSE(has(admin.ask("GET", "/api/v1/tokens"), R"("last_used_at":null)"));
        CHECK_FALSE(has(admin.ask("GET", "/api/v1/tokens"), token));
        CHECK(text_in(program.ask("POST", "/api/v1/teams", R"({"name":"x"})"), "code") == "act.not_in_scope");
        for (const auto& odd :
             {token + "x", token.substr(1), std::string("amends_"), "amends_" + std::string(5000, 'x')})
            CHECK(Caller(desk, odd).ask("GET", "/api/v1/users").status == 401);
        // A wrong token does not fall back to a good cookie.
        Caller both(desk, "amends_wrong");
        both.cookie = admin.cookie;
        CHECK(both.ask("GET", "/api/v1/me").status == 401);
    });
}

TEST_CASE("a new colleague comes in by the link, once, and signing in replaces the old session")
{
    in_each_house([](TestHouse& desk) {
        auto admin = browser_of(desk, employ(desk, "admin@example.org", staff::Role::admin));
        const auto invited = admin.ask("POST", "/api/v1/users",
                                       R"({"name":"سارا","email":"sara@example.org","role":"agent","language":"fa"})");
        const auto link = "/api/v1/invitations/" + text_in(invited, "invitation").substr(12);
        Caller sara(desk);

        CHECK(sara.ask("GET", link).body == R"({"name":"سارا","email":"sara@example.org"})");
        CHECK(text_in(sara.ask("POST", link, R"({"password":"short"})"), "code") == "password.too_short");
        CHECK(sara.ask("POST", link, R"({"password":"چهار واژه پشت سر هم"})").status == 200);
        CHECK(has(sara.ask("GET", "/api/v1/me"), "sara@example.org"));
        CHECK(text_in(sara.ask("POST", link, R"({"password":"چهار واژه پشت سر هم"})"), "code") == "invitation.gone");
        const auto first = sara.cookie;
        CHECK(sara.ask("POST", "/api/v1/sign-in", sign_in_body("sara@example.org", "چهار واژه پشت سر هم")).status ==
              200);
        CHECK(sara.cookie != first);
        sara.cookie = first;
        CHECK(sara.ask("GET", "/api/v1/me").status == 401);
    });
}

TEST_CASE("no answer holds a secret of somebody")
{
    in_each_house([](TestHouse& desk) {
        auto admin = browser_of(desk, employ(desk, "admin@example.org", staff::Role::admin));
        CHECK(admin.ask("POST", "/api/v1/me/second-factor").status == 200);
        for (const Route& route : desk.table.routes()) {
            if (route.method != "GET" || route.pattern.find('{') != std::string::npos) continue;
            const auto answer = admin.ask("GET", route.pattern).body;
            for (const auto* const secret : {"argon2", "totp_secret", "\"hash\"", "password_hash"})
                CHECK(answer.find(secret) == std::string::npos);
        }
    });
}

TEST_CASE("whoever sits at a browser that was left open has ten guesses at the password")
{
    in_each_house([](TestHouse& desk) {
        auto aino = browser_of(desk, employ(desk, "aino@example.org", staff::Role::agent));
        const auto guess = [&](const std::string& current) {
            return aino.ask("POST", "/api/v1/me/password",
                            R"({"current":")" + current + R"(","password":"viisi sanaa peräkkäin"})");
        };
        for (int tries = 0; tries < 10; ++tries) CHECK(text_in(guess("wrong"), "code") == "password.wrong");
        CHECK(guess(usual_password).status == 429);
        desk.clock.advance(16min);
        const auto before = aino.cookie;
        CHECK(guess(usual_password).status == 204);
        CHECK(aino.cookie != before);
        CHECK(aino.ask("GET", "/api/v1/me").status == 200);
    });
}

TEST_CASE("asking changes nothing")
{
    TestHouse desk;
    auto admin = browser_of(desk, employ(desk, "admin@example.org", staff::Role::admin));
    const auto everything = [&] {
        std::string all;
        const auto session = desk.house.pool.take();
        for (auto& table : session->query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE"
                                          " 'sqlite_%' AND sql NOT LIKE '%VIRTUAL%' ORDER BY name"))
            for (const auto& row : session->query("SELECT * FROM \"" + std::get<std::string>(table[0]) + "\"")) {
                all += std::get<std::string>(table[0]);
                for (const auto& value : row) {
                    if (const auto* number = std::get_if<std::int64_t>(&value)) all += "|" + std::to_string(*number);
                    if (const auto* text = std::get_if<std::string>(&value)) all += "|" + *text;
                }
                all += "\n";
            }
        return all;
    };
    const auto before = everything();
    for (const Route& route : desk.table.routes()) {
        if (route.method != "GET") continue;
        auto address = route.pattern;
        while (address.find('{') != std::string::npos)
            address.replace(address.find('{'), address.find('}') - address.find('{') + 1, "1");
        CAPTURE(address);
        CHECK(admin.ask("GET", address).status != 500);
        CHECK(everything() == before);
    }
}

TEST_CASE("a desk without TLS is served on this machine only")
{
    CHECK(objection_to_serving({}).empty());
    CHECK(objection_to_serving({.http_address = "::1"}).empty());
    CHECK(objection_to_serving({.public_address = "http://localhost:8080"}).empty());
    CHECK(objection_to_serving({.public_address = "https://desk.example.org"}).empty());
    CHECK(objection_to_serving({.http_address = "0.0.0.0", .public_address = "https://desk.example.org"}).empty());
    CHECK_FALSE(objection_to_serving({.http_address = "0.0.0.0"}).empty());
    CHECK_FALSE(objection_to_serving({.http_address = "0.0.0.0", .public_address = "http://localhost"}).empty());
    CHECK_FALSE(objection_to_serving({.public_address = "http://desk.example.org"}).empty());
    CHECK(reachable_by_others({.public_address = "https://127.0.0.1.evil.example"}));
    CHECK(reachable_by_others({.http_address = "192.0.2.1"}));
    CHECK_FALSE(reachable_by_others({.public_address = "http://[::1]:8080"}));
    CHECK(trusted_proxies({}).empty());
    CHECK(trusted_proxies({.public_address = "https://desk.example.org"}).size() == 2);
    CHECK(trusted_proxies({.http_address = "0.0.0.0", .public_address = "https://desk.example.org"}).empty());
}

TEST_CASE("what belongs to another brand is not there")
{
    in_each_house([](TestHouse& desk) {
        auto admin = browser_of(desk, employ(desk, "admin@example.org", staff::Role::admin));
        const auto stranger = desk.house.ids.next<UserId>();
        const auto team = desk.house.ids.next<TeamId>();
        {
            const auto session = desk.house.pool.take();
            session->execute("INSERT INTO brands (id, name) VALUES (2, 'canary-brand')");
            StaffDesk other(desk.house, *session, BrandId{2}, {}, false);
            other.users.add({.id = stranger,
                             .email = "canary@example.org",
                             .name = "canary-name",
                             .language = "en",
                             .zone = "UTC",
                             .created_at = desk.clock.now(),
                             .version = 1},
                            staff::Role::admin);
            other.teams.add({team, "canary-team", {stranger}});
        }
        const auto number = [](auto id) { return std::to_string(static_cast<std::int64_t>(id)); };
        for (const Route& route : desk.table.routes())
            if (route.method == "GET" && route.pattern.find('{') == std::string::npos)
                CHECK_FALSE(has(admin.ask("GET", route.pattern), "canary"));
        for (const auto* const wish : {R"({"disabled":true})", R"({"role":"admin"})", "{}"})
            CHECK(admin.ask("PATCH", "/api/v1/users/" + number(stranger), wish).status == 404);
        CHECK(admin.ask("POST", "/api/v1/users/" + number(stranger) + "/invitation").status == 404);
        CHECK(admin.ask("POST", "/api/v1/users/" + number(stranger) + "/reset").status == 404);
        CHECK(admin.ask("PATCH", "/api/v1/teams/" + number(team), R"({"name":"x"})").status == 404);
        CHECK(admin.ask("POST", "/api/v1/teams", R"({"name":"x","members":[)" + number(stranger) + "]}").status == 404);
        auto from_there = browser_of(desk, stranger);
        CHECK(has(from_there.ask("GET", "/api/v1/me"), R"("brand":{"id":2,"name":"canary-brand")"));
        CHECK_FALSE(has(from_there.ask("GET", "/api/v1/users"), "admin@example.org"));
    });
}

TEST_CASE(
    "ASVS 7.5: what opens other doors takes a password given within ten minutes, also in a browser that is signed in")
{
    in_each_house([](TestHouse& desk) {
        auto admin = browser_of(desk, employ(desk, "aino@example.org", staff::Role::admin));
        const std::array<std::pair<const char*, const char*>, 5> doors{{
            {"POST", "/api/v1/tokens"},
            {"POST", "/api/v1/users"},
            {"POST", "/api/v1/channels"},
            {"POST", "/api/v1/me/second-factor"},
            {"POST", "/api/v1/me/second-factor/confirmation"},
        }};
        const auto said = [&](const auto& door) { return text_in(admin.ask(door.first, door.second, "{}"), "code"); };

        desk.clock.advance(10min);
        for (const auto& door : doors) CHECK(said(door) != "session.stale");
        desk.clock.advance(1ms);
        for (const auto& door : doors) CHECK_MESSAGE(said(door) == "session.stale", door.second);
        CHECK(admin.ask("GET", "/api/v1/tokens").status == 200);                       // Looking is nothing new,
        CHECK(admin.ask("PATCH", "/api/v1/me", R"({"language":"fi"})").status == 200); // nor is one's own language.

        Caller again(desk);
        again.cookie = admin.cookie;
        CHECK(again.ask("POST", "/api/v1/sign-in", sign_in_body("aino@example.org")).status == 200);
        CHECK(again.ask("POST", "/api/v1/tokens", R"({"name":"x","scope":"read"})").status == 201);
    });
}
