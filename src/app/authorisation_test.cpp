// SPDX-License-Identifier: Apache-2.0
// Every address × everybody. tests/authorisation.tsv says what is expected; an address that is not in it, or whose
// expectation nobody has written, fails. AMENDS_WRITE_AUTHORISATION=1 adds missing rows as "unset".
#include "staff/api_token.h"
#include "testing/house.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace amends;
using namespace amends::testing;

namespace {

constexpr const char* expectations_file = "tests/authorisation.tsv";
const std::vector<std::string> everybody{"admin",        "lead",        "agent",      "light_agent",
                                         "client_guest", "nobody",      "half_in",    "token_read",
                                         "token_write",  "token_admin", "agent_token"};

using Expected = std::map<std::string, std::map<std::string, std::string>>; // Route, then who.

Expected expectations()
{
    Expected expected;
    std::ifstream file(expectations_file);
    std::string line;
    std::vector<std::string> columns;
    while (std::getline(file, line)) {
        if (line.empty() || line.starts_with('#')) continue;
        std::istringstream cells(line);
        std::string route;
        std::getline(cells, route, '\t');
        std::string cell;
        if (route == "route") {
            while (std::getline(cells, cell, '\t')) columns.push_back(cell);
            continue;
        }
        for (const auto& column : columns)
            if (std::getline(cells, cell, '\t')) expected[route][column] = cell;
    }
    return expected;
}

void add_unset(const std::string& route)
{
    if (std::getenv("AMENDS_WRITE_AUTHORISATION") == nullptr) return;
    std::ofstream file(expectations_file, std::ios::app);
    file << route;
    for (std::size_t count = 0; count < everybody.size(); ++count) file << "\tunset";
    file << "\n";
}

struct People {
    explicit People(TestHouse& desk_) : desk(desk_)
    {
        for (const auto role : {staff::Role::admin, staff::Role::lead, staff::Role::agent, staff::Role::light_agent,
                                staff::Role::client_guest})
            users[std::string(name_of(role))] = employ(desk, std::string(name_of(role)) + "@example.org", role);
    }

    std::string token(const std::string& who, staff::Scope scope)
    {
        const auto session = desk.house.pool.take();
        StaffDesk staff(desk.house, *session, BrandId{1}, {}, false);
        return staff::make_token(staff.ports, users.at(who), {"test", scope})->token;
    }

    // Anew for each question: the one before may have ended his session.
    Caller caller(const std::string& who)
    {
        if (who == "nobody") return Caller(desk);
        if (who == "half_in") return browser_of(desk, users.at("admin"), staff::SecondFactor::setup_needed);
        if (who == "token_read") return Caller(desk, token("admin", staff::Scope::read));
        if (who == "token_write") return Caller(desk, token("admin", staff::Scope::write));
        if (who == "token_admin") return Caller(desk, token("admin", staff::Scope::admin));
        if (who == "agent_token") return Caller(desk, token("agent", staff::Scope::admin));
        return browser_of(desk, users.at(who));
    }

    TestHouse& desk;
    std::map<std::string, UserId> users{};
};

// "/api/v1/users/{id}" with something that is not there.
std::string address_of(const std::string& pattern)
{
    std::string address;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] == '{') {
            address += '1';
            at = pattern.find('}', at);
        } else address += pattern[at];
    }
    return address;
}

// What the gate says. What the route itself finds wrong (no such thing, no body) comes after it has let in.
std::string verdict(const http::Response& response)
{
    const bool code_of_gate = response.body.find("\"code\":\"act.") != std::string::npos ||
                              response.body.find("\"code\":\"session.missing\"") != std::string::npos ||
                              response.body.find("\"code\":\"session.second_factor_missing\"") != std::string::npos ||
                              response.body.find("\"code\":\"request.") != std::string::npos;
    if ((response.status == 401 || response.status == 403) && code_of_gate) return std::to_string(response.status);
    return response.status == 500 ? "500" : "allow";
}

} // namespace

TEST_CASE("every address lets in exactly whom its row allows")
{
    const auto expected = expectations();
    in_each_house(
        [&](TestHouse& desk) {
            People people(desk);
            for (const Route& route : desk.table.routes()) {
                const auto name = route.method + " " + route.pattern;
                CAPTURE(name);
                const auto row = expected.find(name);
                if (row == expected.end()) add_unset(name);
                REQUIRE_MESSAGE(row != expected.end(), "not in tests/authorisation.tsv");
                for (const auto& who : everybody) {
                    CAPTURE(who);
                    const auto said = verdict(people.caller(who).ask(route.method, address_of(route.pattern)));
                    CHECK(said == row->second.at(who));
                }
            }
        },
        {.public_address = "https://desk.example.org"});
}

TEST_CASE("no row is left of an address that is gone")
{
    const TestHouse desk;
    auto rows = expectations();
    for (const Route& route : desk.table.routes()) rows.erase(route.method + " " + route.pattern);
    for (const auto& [name, row] : rows) FAIL_CHECK(name);
}
