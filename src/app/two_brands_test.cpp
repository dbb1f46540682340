// SPDX-License-Identifier: Apache-2.0
// Every address, asked by everybody of one brand for everything of another: nothing of it comes out, and nothing of it
// is changed. An address whose places nobody knows how to fill, or that wants a body nobody has written, fails.
#include "app/two_brands_test.h"

#include "app/web.h"
#include "testing/client.h"

#include <set>

using namespace amends;
using namespace amends::testing;

namespace {

const std::set<std::string> without_a_body{"POST /api/v1/sign-out",
                                           "POST /api/v1/me/second-factor",
                                           "POST /api/v1/me/second-factor/put-off",
                                           "POST /api/v1/users/{id}/invitation",
                                           "POST /api/v1/users/{id}/reset",
                                           "POST /api/v1/cases/{id}/take",
                                           "POST /api/v1/cases/{id}/seen",
                                           "POST /api/v1/cases/{id}/wait/end",
                                           "POST /api/v1/cases/{id}/spam",
                                           "POST /api/v1/messages/{id}/withdrawal",
                                           "POST /api/v1/promises/{id}/confirmation",
                                           "POST /api/v1/signals/{id}/own",
                                           "POST /api/v1/cases/{id}/closure",
                                           "POST /api/v1/cases/{id}/reopening",
                                           "POST /api/v1/customer/{link}/mine",
                                           "POST /api/v1/customer/{link}/not-mine",
                                           "POST /api/v1/customer/{link}/solved",
                                           "POST /api/v1/customer/{link}/new-link",
                                           "POST /api/v1/queue/next",
                                           "POST /api/v1/rebalance/proposal",
                                           "POST /api/v1/users/{id}/leave",
                                           "POST /api/v1/triage/{id}/decision/undo"};

// What each address that writes is given: sound, so that it is the object that decides.
const std::map<std::string, std::string> bodies{
    {"POST /api/v1/sign-in", R"({"email":"canary7f3a-admin@b.example","password":"wrong"})"},
    {"POST /api/v1/invitations/{token}", R"({"password":"viisi sanaa peräkkäin"})"},
    {"PATCH /api/v1/me", R"({"language":"en"})"},
    {"POST /api/v1/me/password", R"({"current":"wrong","password":"viisi sanaa peräkkäin"})"},
    {"POST /api/v1/me/second-factor/confirmation", R"({"code":"000000"})"},
    {"POST /api/v1/users", R"({"email":"canary@c.example","name":"N","language":"en","role":"agent"})"},
    {"PATCH /api/v1/users/{id}", R"({"disabled":true})"},
    {"POST /api/v1/teams", R"({"name":"T","members":[]})"},
    {"PATCH /api/v1/teams/{id}", R"({"name":"T"})"},
    {"POST /api/v1/tokens", R"({"name":"T","scope":"read"})"},
    {"POST /api/v1/setup",
     R"({"desk_name":"D","address":"a@b.example","language":"en","zone":"UTC","name":"N","email":"a@b.example",)"
     R"("password":"viisi sanaa peräkkäin"})"},
    {"PATCH /api/v1/desk", R"({"signature":"S"})"},
    {"POST /api/v1/channels", R"({"address":"third@example.org","in":"lmtp"})"},
    {"PATCH /api/v1/channels/{id}", R"({"name":"A"})"},
    {"POST /api/v1/cases/{id}/notes", R"({"text":"N"})"},
    {"POST /api/v1/cases/{id}/release", R"({"summary":"S"})"},
    {"POST /api/v1/cases/{id}/hand-over", R"({"user_id":1,"summary":"S","kind":"transfer","reason":"other"})"},
    {"PATCH /api/v1/users/{id}/work", R"({"cap":5,"skills":["complaint"]})"},
    {"POST /api/v1/cases/{id}/handled", R"({"seconds":60})"},
    {"POST /api/v1/cases/{id}/relief", R"({"reason":"overload"})"},
    {"POST /api/v1/cases/{id}/relief/decision", R"({"grant":true})"},
    {"POST /api/v1/rebalance", R"({"moves":[{"case_id":1,"from":1,"to":2}]})"},
    {"PUT /api/v1/presence", R"({"presence":"away"})"},
    {"POST /api/v1/cases/{id}/wait", R"({"waits_on":"customer","reason":"R","review_at":1793000000000})"},
    {"PATCH /api/v1/cases/{id}", R"({"subject":"S"})"},
    {"POST /api/v1/cases/{id}/merge", R"({"into":1})"},
    {"POST /api/v1/messages/{id}/move", "{}"},
    {"POST /api/v1/cases", R"({"customer":{"address":"eve@c.example"},"subject":"S","text":"T","kind":"call"})"},
    {"POST /api/v1/cases/{id}/messages", R"({"text":"T","reason":"R"})"},
    {"POST /api/v1/messages/{id}/recipients/{rid}/decision", R"({"decision":"failed"})"},
    {"POST /api/v1/cases/{id}/calls", R"({"reached":true,"summary":"S"})"},
    {"POST /api/v1/cases/{id}/reading", R"({"text":"T"})"},
    {"POST /api/v1/cases/{id}/promises",
     R"({"side":"customer","told_how":"call","kind":"outcome","text":"T","due_at":4102444800000})"},
    {"POST /api/v1/promises/{id}/fulfilment", R"({"evidence":"E"})"},
    {"POST /api/v1/promises/{id}/move", R"({"due_at":4102444800000,"words":"W"})"},
    {"POST /api/v1/promises/{id}/release", R"({"words":"W"})"},
    {"PUT /api/v1/cases/{id}/draft", R"({"kind":"reply","text":"T"})"},
    {"POST /api/v1/signals/{id}/explanation", R"({"text":"T"})"},
    {"PATCH /api/v1/calendar", R"({"holiday_sets":["FI"]})"},
    {"POST /api/v1/calendar/closed-days", R"({"icalendar":"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"})"},
    {"POST /api/v1/targets",
     R"({"name":"First","metric":"first_response","within":"4h","counted":"open_time","share":90})"},
    {"POST /api/v1/targets/preview", R"({"name":"","metric":"update","within":"1d","counted":"all_time","share":90})"},
    {"PATCH /api/v1/targets/{id}", R"({"name":"N"})"},
    {"POST /api/v1/uploads", "bytes"},
    {"POST /api/v1/cases/{id}/resolution", R"({"text":"T"})"},
    {"POST /api/v1/customer/{link}/unsolved", R"({"text":"T"})"},
    {"POST /api/v1/customer/{link}/messages", R"({"text":"T"})"},
    {"POST /api/v1/customer/{link}/call", R"({"at":4102444800000,"phone":"+358401234567"})"},
    {"POST /api/v1/customer/{link}/uploads", "bytes"},
    {"POST /api/v1/contact", R"({"address":"eve@c.example","text":"T","token":"wrong"})"},
    {"POST /api/v1/triage/{id}/decision", R"({"decision":"not_for_us"})"},
};

// What an address that reads is asked for beside its places.
const std::map<std::string, std::vector<std::string>> questions{
    {"GET /api/v1/cases",
     {"?limit=100&view=all", "?view=mine", "?view=nobody", "?view=silence", "?view=waiting", "?view=closed"}},
    {"GET /api/v1/search", {"?q=canary7f3a", "?q=canary7f3a-subject", "?q=CB-1", "?q=eve"}},
    {"GET /api/v1/guest/cases", {"?limit=100"}},
    {"GET /api/v1/silence", {"?who=mine", "?who=team", "?who=all"}},
    {"GET /api/v1/promises/board", {"?who=mine", "?who=team", "?side=us", "?side=customer"}},
    {"GET /api/v1/promises", {"?column=late", "?column=soon", "?column=today", "?column=week", "?column=kept"}},
    {"GET /api/v1/figures/promises/cases", {"?name=kept_rate", "?name=moved_or_released", "?name=longest_silence"}},
    {"POST /api/v1/uploads", {"?name=a.txt"}},
    {"POST /api/v1/customer/{link}/uploads", {"?name=a.txt"}},
    {"DELETE /api/v1/cases/{id}/draft", {"?kind=reply"}},
};

// "/api/v1/cases/{id}" with "cases", "/image-proxy/{token}" with "token".
std::string kind_of(const std::string& pattern, std::size_t place)
{
    const auto name = pattern.substr(place + 1, pattern.find('}', place) - place - 1);
    if (name == "rid") return "recipients";
    if (name != "id") return name;
    const auto from = pattern.rfind('/', place - 2) + 1;
    return pattern.substr(from, place - 1 - from);
}

std::vector<std::string> addresses(const std::string& pattern, const Objects& objects)
{
    const auto place = pattern.find('{');
    if (place == std::string::npos) return {pattern};
    const auto kind = kind_of(pattern, place);
    const auto known = objects.find(kind);
    REQUIRE_MESSAGE(known != objects.end(), "nobody says what stands in the place of " << kind);
    std::vector<std::string> all;
    for (const auto& object : known->second)
        for (const auto& rest : addresses(pattern.substr(pattern.find('}', place) + 1), objects))
            all.push_back(pattern.substr(0, place) + object + rest);
    return all;
}

std::string body_for(const Route& route)
{
    const auto name = route.method + " " + route.pattern;
    if (route.method == "GET" || route.method == "DELETE" || without_a_body.contains(name)) return "";
    const auto body = bodies.find(name);
    REQUIRE_MESSAGE(body != bodies.end(), "nobody says what to send to " << name);
    return body->second;
}

std::vector<std::string> questions_of(const Route& route)
{
    const auto found = questions.find(route.method + " " + route.pattern);
    return found == questions.end() ? std::vector<std::string>{""} : found->second;
}

bool told(const http::Response& answer)
{
    if (answer.body.find(canary) != std::string::npos) return true;
    return std::ranges::any_of(
        answer.headers, [](const http::Header& header) { return header.value.find(canary) != std::string::npos; });
}

// What the other brand's own admin sees is the proof that there is something to find.
void everything_is_there(TwoBrands& given)
{
    std::string seen;
    for (const Route& route : given.desk.table.routes()) {
        if (route.method != "GET") continue;
        for (const auto& address : addresses(route.pattern, given.objects))
            for (const auto& question : questions_of(route)) {
                const auto answer = given.admin->ask("GET", address + question);
                seen += answer.body;
                if (!answer.file.empty()) seen += canary + "-bytes " + canary + "-part";
            }
    }
    for (const auto* const part :
         {"-brand", "-sender",  "-signature", "-colleague", "-admin", "-team",     "-line",    "-token",  "-new",
          "-eve",   "-subject", "-text",      "-note",      "-reply", "-draft",    "-partner", "-reason", "-second",
          "-mail",  "-html",    "-file",      "-part",      "-bytes", "-stranger", "-held"})
        CHECK_MESSAGE(seen.find(canary + part) != std::string::npos, part);
}

struct Walker {
    std::string who;
    Caller caller;
};

std::vector<Walker> everybody_here(TwoBrands& given)
{
    std::vector<Walker> all;
    for (const auto role : {staff::Role::admin, staff::Role::lead, staff::Role::agent, staff::Role::light_agent,
                            staff::Role::client_guest}) {
        const auto id = employ(given.desk, fmt::format("{}@a.example", name_of(role)), role);
        all.push_back({std::string(name_of(role)), browser_of(given.desk, id)});
        if (role != staff::Role::admin) continue;
        const auto session = given.desk.house.pool.take();
        StaffDesk staff(given.desk.house, *session, BrandId{1}, {}, false);
        all.push_back(
            {"token", Caller(given.desk, staff::make_token(staff.ports, id, {"t", staff::Scope::admin})->token)});
    }
    all.push_back({"nobody", Caller(given.desk)});
    return all;
}

// What would end the caller's own session or account.
bool ends_oneself(const Route& route) { return route.pattern == "/api/v1/sign-out"; }

// Asked by the one who may: a body that is refused for its form would prove nothing of the object.
void bodies_are_sound(TwoBrands& given)
{
    auto admin = browser_of(given.desk, given.admin_id);
    for (const Route& route : given.desk.table.routes()) {
        if (ends_oneself(route)) continue;
        const auto address = addresses(route.pattern, given.objects).front() + questions_of(route).front();
        const auto answer = admin.ask(route.method, address, body_for(route));
        CAPTURE(route.method);
        CAPTURE(address);
        CAPTURE(answer.body);
        CHECK(answer.status != 500);
        CHECK(answer.body.find("\"code\":\"request.field") == std::string::npos);
    }
}

std::string body_for(const TestHouse& desk, const std::string& method, const std::string& pattern)
{
    for (const Route& route : desk.table.routes())
        if (route.method == method && route.pattern == pattern) return body_for(route);
    FAIL("no such address");
    return "";
}

// The text of the next frame, however long.
std::string frame(Client& client)
{
    auto size = static_cast<std::size_t>(static_cast<unsigned char>(client.read(2).at(1)));
    if (size == 126) {
        const auto more = client.read(2);
        size = static_cast<unsigned char>(more[0]) * 256UZ + static_cast<unsigned char>(more[1]);
    }
    return client.read(size);
}

struct OnTheLine {
    Caller caller;
    std::string headers;
};

OnTheLine join_line(TestHouse& desk, UserId user)
{
    auto caller = browser_of(desk, user);
    auto headers = "Cookie: " + caller.cookie + "\r\n";
    return {std::move(caller), std::move(headers)};
}

} // namespace

TEST_CASE("T7: every address, asked by everybody for everything of another brand, shows and changes nothing of it")
{
    in_each_house([](TestHouse& desk) {
        TwoBrands given(desk);
        everything_is_there(given);
        const auto before = given.rows();
        int asked = 0;
        for (auto& [who, caller] : everybody_here(given)) {
            CAPTURE(who);
            for (const Route& route : desk.table.routes()) {
                if (ends_oneself(route)) continue;
                const auto body = body_for(route);
                for (const auto& address : addresses(route.pattern, given.objects))
                    for (const auto& question : questions_of(route)) {
                        const auto answer = caller.ask(route.method, address + question, body);
                        CAPTURE(route.method);
                        CAPTURE(address);
                        CAPTURE(answer.body);
                        CHECK(answer.status != 500);
                        CHECK_FALSE(told(answer));
                        CHECK(answer.file.empty());
                        if (address != route.pattern) CHECK(answer.status >= 400);
                        ++asked;
                    }
            }
        }
        given.work();
        CHECK(asked > 1000);
        CHECK(given.rows() == before);
        bodies_are_sound(given);
    });
}

TEST_CASE("T7: a mail address that another brand has is refused like one's own, and says no more")
{
    in_each_house([](TestHouse& desk) {
        TwoBrands given(desk);
        auto admin = browser_of(desk, employ(desk, "admin@a.example", staff::Role::admin));
        const auto line = [](const std::string& address) {
            return fmt::format(R"({{"address":"{}","in":"lmtp"}})", address);
        };
        const auto theirs = admin.ask("POST", "/api/v1/channels", line("canary7f3a@b.example"));
        const auto ours = admin.ask("POST", "/api/v1/channels", line("help@example.org"));
        CHECK(theirs.status == 409);
        CHECK(theirs.body == ours.body);
        const auto other = given.id_of(admin.ask("POST", "/api/v1/channels", line("more@example.org")));
        CHECK(admin.ask("PATCH", "/api/v1/channels/" + other, line("canary7f3a@b.example")).body == ours.body);
        CHECK(admin.ask("PATCH", "/api/v1/channels/" + other, line("more@example.org")).status == 200);
    });
}

TEST_CASE("T33: the line of one brand says nothing of another, whatever is asked for on it")
{
    TestHouse desk({.http_port = 0});
    const Web web(desk.house);
    TwoBrands given(desk);
    const auto lead = join_line(desk, employ(desk, "aino@a.example", staff::Role::lead));
    Client here(web.port());
    Client there(web.port());
    REQUIRE(here.upgrade(lead.headers).starts_with("HTTP/1.1 101"));
    REQUIRE(there.upgrade("Cookie: " + given.admin->cookie + "\r\n").starts_with("HTTP/1.1 101"));
    for (auto* const client : {&here, &there}) {
        client->say(R"({"op":"resume","since":0,"epoch":"wrong"})");
        CHECK(frame(*client).find("hello") != std::string::npos);
        CHECK(frame(*client).find("resync") != std::string::npos);
    }

    const auto of_theirs = given.objects.at("cases").front();
    here.say(R"({"op":"presence","caseId":)" + of_theirs + R"(,"doing":"viewing"})");
    there.say(R"({"op":"presence","caseId":)" + of_theirs + R"(,"doing":"typing"})");
    CHECK(given.admin->ask("POST", "/api/v1/cases/" + of_theirs + "/notes", R"({"text":"canary7f3a"})").status == 201);
    const auto news = frame(there);
    auto caller = lead.caller;
    CHECK(caller.ask("POST", "/api/v1/cases", body_for(desk, "POST", "/api/v1/cases")).status == 201);
    const auto heard = frame(here);

    CHECK(news.find(of_theirs) != std::string::npos);
    CHECK(news.find("presence") == std::string::npos);
    CAPTURE(heard);
    CHECK(heard.find(R"("kind":"case")") != std::string::npos);
    CHECK(heard.find(canary) == std::string::npos);
    CHECK(heard.find(of_theirs) == std::string::npos);
}
