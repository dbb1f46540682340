// SPDX-License-Identifier: Apache-2.0
// A whole house in a private folder, for tests of the app: on SQLite always, on PostgreSQL when AMENDS_PG_URL says
// where. Requests go straight to the table of routes; only the sockets are left out.
#pragma once

#include "app/gate.h"
#include "app/refusal_sentences.h"
#include "app/routes.h"
#include "app/set_up_desk.h"
#include "app/staff_desk.h"
#include "staff/invitation.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <cstdlib>
#include <filesystem>

namespace amends::testing {

class Folder {
public:
    Folder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "amends-test.XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw Failure("cannot make a folder");
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path_); }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline constexpr Instant some_noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + std::chrono::hours{12}};

// A running desk without its sockets.
struct TestHouse {
    explicit TestHouse(Config config = {}) : house(within(std::move(config), folder.path()), clock)
    {
        router.speak(refusal_sentence);
    }

    static Config within(Config config, const std::filesystem::path& folder)
    {
        config.data = folder;
        config.workers = 1;
        return config;
    }

    Folder folder;
    FixedClock clock{some_noon};
    House house;
    bool opened = (house.open(), true); // Before the routes ask it anything.
    Gate gate{house};
    RouteTable table = routes(house, gate);
    http::Router router = table.router(gate);
};

// Somebody at a browser or with a token: keeps his cookie, and marks his writes as the workspace does.
class Caller {
public:
    explicit Caller(const TestHouse& desk, std::string bearer = "") : desk_(desk), bearer_(std::move(bearer)) {}

    http::Response ask(const std::string& method, const std::string& target, const std::string& body = "")
    {
        http::Request request{.method = method,
                              .path = target.substr(0, target.find('?')),
                              .query = target.find('?') == std::string::npos ? "" : target.substr(target.find('?') + 1),
                              .body = body,
                              .headers = headers,
                              .peer = peer};
        if (!cookie.empty()) request.headers["cookie"] = cookie;
        if (!bearer_.empty()) request.headers["authorization"] = "Bearer " + bearer_;
        auto response = desk_.router.answer(std::move(request));
        for (const auto& header : response.headers)
            if (header.name == "Set-Cookie") cookie = header.value.substr(0, header.value.find(';'));
        return response;
    }

    std::map<std::string, std::string> headers{{"x-amends", "1"}, {"host", "127.0.0.1:8080"}};
    std::string cookie{};
    std::string peer = "127.0.0.1";

private:
    const TestHouse& desk_;
    std::string bearer_;
};

template <class Test>
void in_each_house(Test test, const Config& config = {})
{
    {
        INFO("on SQLite");
        TestHouse desk(config);
        test(desk);
    }
    if (const char* const url = std::getenv("AMENDS_PG_URL")) {
        INFO("on PostgreSQL");
        sql::Session(url).script("DROP SCHEMA IF EXISTS amends_house CASCADE; CREATE SCHEMA amends_house");
        Config elsewhere = config;
        elsewhere.database = std::string(url) + "&options=-csearch_path%3Damends_house";
        TestHouse desk(elsewhere);
        test(desk);
    }
}

inline const std::string usual_password = "neljä sanaa peräkkäin";

// A desk with one admin and one address, where a test asks for no more.
inline SetUp usual_set_up()
{
    return {.desk_name = "Desk",
            .address = "help@example.org",
            .language = "en",
            .zone = "Europe/Helsinki",
            .name = "Lead",
            .email = "lead@example.org",
            .password = usual_password};
}

// A user who can sign in with the usual password.
inline UserId employ(TestHouse& desk, const std::string& email, staff::Role role)
{
    static const auto hash = StaffSecrets(desk.house.keys).password_hash(usual_password).value();
    const auto session = desk.house.pool.take();
    StaffDesk staff(desk.house, *session, BrandId{1}, {}, false);
    const auto id = desk.house.ids.next<UserId>();
    staff.users.add({.id = id,
                     .email = email,
                     .name = email.substr(0, email.find('@')),
                     .language = "en",
                     .zone = "Europe/Helsinki",
                     .password_hash = hash,
                     .created_at = desk.clock.now(),
                     .version = 1},
                    role);
    return id;
}

// A signed-in browser, without the work of a password.
inline Caller browser_of(TestHouse& desk, UserId user, staff::SecondFactor second_factor = staff::SecondFactor::done)
{
    const auto session = desk.house.pool.take();
    StaffDesk staff(desk.house, *session, BrandId{1}, {}, false);
    const auto key = staff.secrets.token();
    staff.sessions.add({.id = desk.house.ids.next<SessionId>(),
                        .hash = staff.secrets.fingerprint(key),
                        .user_id = user,
                        .created_at = desk.clock.now(),
                        .seen_at = desk.clock.now(),
                        .fresh_at = desk.clock.now(),
                        .second_factor = second_factor,
                        .address = "127.0.0.1"});
    Caller caller(desk);
    caller.cookie = desk.gate.cookie_name() + "=" + key;
    return caller;
}

} // namespace amends::testing
