// SPDX-License-Identifier: Apache-2.0
// Over real sockets: a line that is open does not outlive the right to it.
#include "app/web.h"
#include "testing/client.h"
#include "testing/house.h"

using namespace amends;
using namespace amends::testing;
using namespace std::chrono_literals;

TEST_CASE("whoever is shut out is off the line within a second")
{
    TestHouse desk({.http_port = 0});
    const Web web(desk.house);
    const auto id = employ(desk, "aino@example.org", staff::Role::agent);
    const auto admin = browser_of(desk, employ(desk, "admin@example.org", staff::Role::admin));
    Client line(web.port());
    Client boss(web.port());
    CHECK(line.upgrade("Cookie: " + browser_of(desk, id).cookie + "\r\n").starts_with("HTTP/1.1 101"));

    const auto path = "PATCH /api/v1/users/" + std::to_string(static_cast<std::int64_t>(id));
    const auto done = boss.request(path, R"({"disabled":true})", "Cookie: " + admin.cookie + "\r\nX-Amends: 1\r\n");
    const auto begun = moment();
    const auto heard = line.read_all();

    CHECK(done.starts_with("HTTP/1.1 200"));
    CHECK(moment() - begun < 3s);                               // One second, and as much again for a busy machine.
    CHECK(heard.find("\x88\x02\x0f\xa3") != std::string::npos); // Closed with 4003.
}

TEST_CASE("the line is opened for nobody, for no other site and for no token of a guest")
{
    TestHouse desk({.http_port = 0});
    const Web web(desk.house);
    const auto cookie = "Cookie: " + browser_of(desk, employ(desk, "aino@example.org", staff::Role::agent)).cookie;
    const auto guest =
        "Cookie: " + browser_of(desk, employ(desk, "guest@example.org", staff::Role::client_guest)).cookie;
    const auto status_of = [&](const std::string& headers) { return Client(web.port()).upgrade(headers).substr(9, 3); };

    CHECK(status_of("") == "401");
    CHECK(status_of("Cookie: session=wrong\r\n") == "401");
    CHECK(status_of(guest + "\r\n") == "403");
    CHECK(status_of(cookie + "\r\nOrigin: https://evil.example\r\n") == "403");
    CHECK(status_of(cookie + "\r\nOrigin: http://desk\r\n") == "403"); // Our Host header, but no name of ours.
    CHECK(status_of(cookie + "\r\n") == "101");
}
