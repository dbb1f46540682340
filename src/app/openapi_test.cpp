// SPDX-License-Identifier: Apache-2.0
// The description of the interface against the interface: what it says of an address must be what the address does.
#include "app/openapi.h"

#include "app/set_up_desk.h"
#include "testing/house.h"
#include "testing/schema_check.h"

#include <set>

using namespace amends;
using namespace amends::testing;

namespace {

// These give no JSON.
const std::set<std::string> others{"GET /healthz",
                                   "GET /readyz",
                                   "GET /metrics",
                                   "GET /files/{handle}",
                                   "GET /image-proxy/{token}",
                                   "GET /api/v1/customer/{link}/files/{handle}",
                                   "GET /api/v1/messages/{id}/original"};

struct Description {
    explicit Description(const TestHouse& desk) : text(openapi_text(desk.table)), document(*json::Node::parse(text)) {}

    [[nodiscard]] json::Node operation(const std::string& method, const std::string& pattern) const
    {
        std::string small = method;
        for (char& letter : small) letter = static_cast<char>(letter + 32);
        const auto path = document.member("paths")->member(pattern);
        REQUIRE(path);
        const auto found = path->member(small);
        REQUIRE(found);
        return *found;
    }

    // What is wrong with an answer by what is said of its address; empty: nothing.
    [[nodiscard]] std::string objection(const std::string& method, const std::string& pattern,
                                        const http::Response& answer) const
    {
        const auto responses = operation(method, pattern).member("responses");
        const auto status = std::to_string(answer.status);
        const bool refused = answer.status >= 400;
        const auto response = responses->member(refused ? "default" : status);
        if (!response) return status + " is not described";
        const auto content = response->member("content");
        if (!content) return answer.body.empty() ? "" : "nothing was to come";
        const auto media = content->member(refused ? "application/problem+json" : "application/json");
        return schema_objection(document, *media->member("schema"), *json::Node::parse(answer.body));
    }

    std::string text;
    json::Node document;
};

struct Asked {
    std::string method;
    std::string pattern;
    std::string target;
    std::string body;
};

// Who takes what, who carries what, and how it goes from one to another.
std::vector<Asked> about_work(const std::string& of_case, const std::string& user)
{
    const std::string v = "/api/v1";
    return {
        {"GET", v + "/queue", v + "/queue", ""},
        {"GET", v + "/cases/{id}/handover-draft", v + "/cases/" + of_case + "/handover-draft", ""},
        {"GET", v + "/workers", v + "/workers", ""},
        {"GET", v + "/workload", v + "/workload", ""},
        {"GET", v + "/staffing", v + "/staffing?contacts_per_hour=200&handle_seconds=180&present=11", ""},
        {"POST", v + "/cases/{id}/handled", v + "/cases/" + of_case + "/handled", R"({"seconds":90})"},
        {"POST", v + "/rebalance/proposal", v + "/rebalance/proposal", "{}"},
        {"POST", v + "/rebalance", v + "/rebalance", R"({"moves":[{"case_id":1,"from":1,"to":2}]})"},
        {"GET", v + "/reliefs", v + "/reliefs", ""},
        {"PUT", v + "/presence", v + "/presence", R"({"presence":"away"})"},
        {"PATCH", v + "/users/{id}/work", v + "/users/" + user + "/work",
         R"({"cap":9,"languages":["fi"],"skills":["fault"],"shifts":[{"weekday":0,"starts_minute":480,"ends_minute":960}]})"},
    };
}

// One desk with a case in it, and what the workspace asks of it in an hour.
std::vector<Asked> an_hour(const std::string& of_case, const std::string& message, const std::string& user)
{
    const std::string v = "/api/v1";
    return {
        {"GET", v + "/cases", v + "/cases?view=all&limit=5", ""},
        {"GET", v + "/views", v + "/views", ""},
        {"GET", v + "/cases/{id}", v + "/cases/" + of_case, ""},
        {"GET", v + "/cases/{id}/messages", v + "/cases/" + of_case + "/messages", ""},
        {"POST", v + "/cases/{id}/take", v + "/cases/" + of_case + "/take", "{}"},
        {"POST", v + "/cases/{id}/seen", v + "/cases/" + of_case + "/seen", "{}"},
        {"POST", v + "/cases/{id}/notes", v + "/cases/" + of_case + "/notes", R"({"text":"Called."})"},
        {"PUT", v + "/cases/{id}/draft", v + "/cases/" + of_case + "/draft", R"({"kind":"reply","text":"Dear"})"},
        {"GET", v + "/cases/{id}", v + "/cases/" + of_case, ""},
        {"POST", v + "/cases/{id}/messages", v + "/cases/" + of_case + "/messages",
         R"({"text":"We look into it.","reason":"The bank is closed"})"},
        {"POST", v + "/cases/{id}/wait", v + "/cases/" + of_case + "/wait",
         R"({"waits_on":"customer","reason":"The receipt","review_at":1793000000000})"},
        {"POST", v + "/cases/{id}/wait/end", v + "/cases/" + of_case + "/wait/end", ""},
        {"POST", v + "/cases/{id}/hand-over", v + "/cases/" + of_case + "/hand-over",
         R"({"summary":"The bank.","kind":"transfer","reason":"expertise","user_id":)" + user + "}"},
        {"PATCH", v + "/cases/{id}", v + "/cases/" + of_case, R"({"subject":"Refund of May"})"},
        {"POST", v + "/cases/{id}/spam", v + "/cases/" + of_case + "/spam", "{}"},
        {"DELETE", v + "/cases/{id}/spam", v + "/cases/" + of_case + "/spam", ""},
        {"POST", v + "/cases/{id}/resolution", v + "/cases/" + of_case + "/resolution", R"({"text":"Paid."})"},
        {"POST", v + "/cases/{id}/reopening", v + "/cases/" + of_case + "/reopening", "{}"},
        {"POST", v + "/messages/{id}/move", v + "/messages/" + message + "/move", "{}"},
        {"GET", v + "/guest/cases", v + "/guest/cases?limit=5", ""},
        {"GET", v + "/guest/cases/{id}", v + "/guest/cases/" + of_case, ""},
        {"GET", v + "/guest/cases/{id}/messages", v + "/guest/cases/" + of_case + "/messages", ""},
        {"DELETE", v + "/cases/{id}/draft", v + "/cases/" + of_case + "/draft?kind=note", ""},
        {"GET", v + "/search", v + "/search?q=money", ""},
    };
}

// And what leads look at and set.
std::vector<Asked> another_hour()
{
    const std::string v = "/api/v1";
    return {
        {"GET", v + "/silence", v + "/silence?who=team", ""},
        {"GET", v + "/promises/board", v + "/promises/board?side=us&who=mine", ""},
        {"GET", v + "/promises", v + "/promises?column=week", ""},
        {"GET", v + "/figures/promises", v + "/figures/promises?weeks=4", ""},
        {"GET", v + "/figures/promises/cases", v + "/figures/promises/cases?name=longest_silence", ""},
        {"GET", v + "/signals", v + "/signals", ""},
        {"GET", v + "/triage", v + "/triage", ""},
        {"GET", v + "/desk", v + "/desk", ""},
        {"PATCH", v + "/desk", v + "/desk", R"({"signature":"Lumo"})"},
        {"GET", v + "/calendar", v + "/calendar", ""},
        {"PATCH", v + "/calendar", v + "/calendar", R"({"holiday_sets":["IR"]})"},
        {"POST", v + "/targets/preview", v + "/targets/preview",
         R"({"name":"","metric":"resolution","within":"2d","counted":"all_time","share":90})"},
        {"POST", v + "/targets", v + "/targets",
         R"({"name":"First","metric":"first_response","within":"4h","counted":"open_time","share":90})"},
        {"GET", v + "/targets", v + "/targets", ""},
        {"GET", v + "/channels", v + "/channels", ""},
        {"POST", v + "/channels", v + "/channels", R"({"address":"second@example.org","in":"lmtp"})"},
        {"GET", v + "/me", v + "/me", ""},
        {"PATCH", v + "/me", v + "/me", R"({"language":"fi"})"},
        {"GET", v + "/sessions", v + "/sessions", ""},
        {"GET", v + "/users", v + "/users", ""},
        {"POST", v + "/users", v + "/users",
         R"({"email":"new@example.org","name":"New","language":"en","role":"agent"})"},
        {"GET", v + "/teams", v + "/teams", ""},
        {"POST", v + "/teams", v + "/teams", R"({"name":"Bank","members":[]})"},
        {"GET", v + "/tokens", v + "/tokens", ""},
        {"POST", v + "/tokens", v + "/tokens", R"({"name":"Script","scope":"read"})"},
        {"GET", v + "/tokens", v + "/tokens", ""},
        {"GET", v + "/setup", v + "/setup", ""},
        {"GET", v + "/contact", v + "/contact", ""},
        {"POST", v + "/uploads", v + "/uploads?name=a.txt", "abc"},
    };
}

} // namespace

TEST_CASE("every address is described once, with what it takes and gives")
{
    const TestHouse desk;
    const Description described(desk);
    std::set<std::string> names;

    for (const auto& route : desk.table.routes()) {
        const auto address = route.method + " " + route.pattern;
        CAPTURE(address);
        const auto operation = described.operation(route.method, route.pattern);
        CHECK(names.insert(operation.member("operationId")->text().value()).second);
        const auto responses = operation.member("responses");
        const bool nothing = responses->member("204").has_value();
        const auto given = responses->member(responses->member("200") ? "200" : "201");
        const bool json = given && given->member("content");
        CHECK((json || nothing) != others.contains(address));
    }
}

TEST_CASE("what the description refers to is in it")
{
    const TestHouse desk;
    const Description described(desk);
    const auto schemas = described.document.member("components")->member("schemas");
    const std::string_view mark = "#/components/schemas/";

    int found = 0;
    for (auto at = described.text.find(mark); at != std::string::npos; at = described.text.find(mark, at + 1)) {
        const auto from = at + mark.size();
        const auto name = described.text.substr(from, described.text.find('"', from) - from);
        CAPTURE(name);
        CHECK(schemas->member(name));
        ++found;
    }
    CHECK(found > 100);
}

TEST_CASE("what the desk answers is what its description says")
{
    in_each_house([](TestHouse& desk) {
        const Description described(desk);
        const auto lead = set_up_desk(desk.house, usual_set_up());
        REQUIRE(lead);
        const auto colleague =
            std::to_string(static_cast<std::int64_t>(employ(desk, "agent@example.org", staff::Role::agent)));
        auto browser = browser_of(desk, *lead);
        const auto made =
            browser.ask("POST", "/api/v1/cases",
                        R"({"customer":{"address":"maria@example.com","name":"Maria"},"subject":"Refund",)"
                        R"("text":"Where is my money?","kind":"call"})");
        CAPTURE(made.body);
        REQUIRE(made.status == 201);
        CHECK(described.objection("POST", "/api/v1/cases", made) == "");
        const auto page = json::Node::parse(made.body);
        const auto of_case = std::to_string(page->member("id")->integer().value());
        const auto first = page->member("messages")->items()->at(0).member("id")->integer().value();

        auto hour = an_hour(of_case, std::to_string(first), colleague);
        for (auto& asked : another_hour()) hour.push_back(std::move(asked));
        const auto work = about_work(of_case, colleague);
        hour.insert(hour.begin(), work.begin(), work.end());
        for (const auto& asked : hour) {
            CAPTURE(asked.method);
            CAPTURE(asked.target);
            const auto answer = browser.ask(asked.method, asked.target, asked.body);
            CAPTURE(answer.body);
            REQUIRE(answer.status < 300);
            CHECK(described.objection(asked.method, asked.pattern, answer) == "");
        }
    });
}

TEST_CASE("a contact form that is sent twice by a shaky line opens one case")
{
    in_each_house([](TestHouse& desk) {
        REQUIRE(set_up_desk(desk.house, usual_set_up()));
        const Description described(desk);
        Caller visitor(desk);
        const auto form = visitor.ask("GET", "/api/v1/contact");
        CHECK(described.objection("GET", "/api/v1/contact", form) == "");
        const auto token = json::Node::parse(form.body)->member("token")->text().value();
        desk.clock.advance(std::chrono::seconds(20)); // Nobody writes faster.
        const auto wish = R"({"address":"maria@example.com","text":"Where is my money?","token":")" + token + R"("})";
        visitor.headers["idempotency-key"] = "a-key-of-the-browser";

        const auto once = visitor.ask("POST", "/api/v1/contact", wish);
        const auto again = visitor.ask("POST", "/api/v1/contact", wish);

        CAPTURE(once.body);
        REQUIRE(once.status == 201);
        CHECK(described.objection("POST", "/api/v1/contact", once) == "");
        CHECK(again.body == once.body);
        const auto session = desk.house.pool.take();
        CHECK(session->value<std::int64_t>("SELECT count(*) FROM cases") == 1);
        visitor.headers["idempotency-key"] = "another";
        CHECK(visitor.ask("POST", "/api/v1/contact", wish).body != once.body);
    });
}

TEST_CASE("what a customer gets on the page is what the description says, also when the desk says no")
{
    in_each_house([](TestHouse& desk) {
        const auto lead = set_up_desk(desk.house, usual_set_up());
        REQUIRE(lead);
        auto browser = browser_of(desk, *lead);
        const auto made =
            browser.ask("POST", "/api/v1/cases",
                        R"({"customer":{"address":"maria@example.com","name":"Maria"},"subject":"Refund",)"
                        R"("text":"Where is my money?","kind":"call"})");
        REQUIRE(made.status == 201);
        const auto link = json::Node::parse(made.body)->member("link")->text().value().substr(3);
        const std::string page = "/api/v1/customer/{link}";
        const std::string here = "/api/v1/customer/" + link;
        const std::vector<Asked> visit{
            {"GET", page, here, ""},
            {"POST", page + "/mine", here + "/mine", "{}"},
            {"POST", page + "/messages", here + "/messages", R"({"text":"It is urgent."})"},
            {"POST", page + "/messages", here + "/messages", R"({"text":""})"}, // Refused, as are the next three.
            {"POST", page + "/messages", here + "/messages", R"({"txt":"x"})"},
            {"POST", page + "/new-link", here + "/new-link", "{}"},
            {"GET", page, "/api/v1/customer/nobody-knows-this", ""},
            {"POST", page + "/uploads", here + "/uploads?name=bill.txt", "abc"},
            {"POST", page + "/solved", here + "/solved", "{}"},
            {"POST", page + "/unsolved", here + "/unsolved", R"({"text":"It is not."})"},
            {"POST", page + "/not-mine", here + "/not-mine", "{}"},
        };
        const Description described(desk);
        Caller visitor(desk);
        for (const auto& asked : visit) {
            CAPTURE(asked.target);
            CAPTURE(asked.body);
            const auto answer = visitor.ask(asked.method, asked.target, asked.body);
            CAPTURE(answer.body);
            CHECK(described.objection(asked.method, asked.pattern, answer) == "");
        }

        const auto entered = visitor.ask("POST", "/api/v1/sign-in",
                                         R"({"email":"lead@example.org","password":")" + usual_password + R"("})");
        CHECK(described.objection("POST", "/api/v1/sign-in", entered) == "");
        const auto wrong = visitor.ask("POST", "/api/v1/sign-in", R"({"email":"lead@example.org","password":"x"})");
        CHECK(wrong.status >= 400);
        CHECK(described.objection("POST", "/api/v1/sign-in", wrong) == "");
        const auto factor = visitor.ask("POST", "/api/v1/me/second-factor", "{}");
        CHECK(described.objection("POST", "/api/v1/me/second-factor", factor) == "");
    });
}
