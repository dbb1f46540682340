// SPDX-License-Identifier: Apache-2.0
// Secrets are planted everywhere, and everything is made to fail that can: what the program then says to its log, and
// to whoever asks, holds none of them.
#include "app/two_brands_test.h"

#include <fcntl.h>

#include <fstream>

using namespace amends;
using namespace amends::testing;

namespace {

// What this process says to its log while it lives.
class Log {
public:
    Log() : path_(folder_.path() / "log"), before_(dup(STDERR_FILENO))
    {
        const int file = open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        dup2(file, STDERR_FILENO);
        close(file);
    }
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;
    ~Log()
    {
        dup2(before_, STDERR_FILENO);
        close(before_);
    }

    [[nodiscard]] std::string text() const
    {
        std::ifstream file(path_);
        return {std::istreambuf_iterator<char>(file), {}};
    }

private:
    Folder folder_{};
    std::filesystem::path path_;
    int before_;
};

std::string between(const std::string& text, std::string_view before, char after)
{
    const auto at = text.find(before);
    REQUIRE_MESSAGE(at != std::string::npos, text);
    const auto from = at + before.size();
    return text.substr(from, text.find(after, from) - from);
}

struct Planted {
    explicit Planted(TestHouse& its_desk)
        : given(its_desk), admin(browser_of(its_desk, employ(its_desk, "admin@a.example", staff::Role::admin)))
    {
        const auto line = admin.ask(
            "POST", "/api/v1/channels",
            R"({"address":"second@example.org","in":"imap","name":"second","imap":{"host":"127.0.0.1","port":1,)"
            R"("security":"plain","user":"u","password":"planted-imap"},"smtp":{"host":"127.0.0.1","port":1,)"
            R"("security":"plain","user":"u","password":"planted-smtp"}})");
        REQUIRE_MESSAGE(line.status == 201, line.body);
        const auto token = admin.ask("POST", "/api/v1/tokens", R"({"name":"t","scope":"admin"})");
        const auto invited =
            admin.ask("POST", "/api/v1/users", R"({"email":"n@a.example","name":"N","language":"en","role":"agent"})");
        const auto factor = admin.ask("POST", "/api/v1/me/second-factor");
        secrets = {"planted-imap",
                   "planted-smtp",
                   "planted-password",
                   usual_password,
                   admin.cookie.substr(admin.cookie.find('=') + 1),
                   between(token.body, "\"token\":\"", '"'),
                   between(invited.body, "/invitation/", '"'),
                   between(factor.body, "\"secret\":\"", '"'),
                   given.objects.at("link").front(),
                   given.objects.at("handle").front()};
    }

    // Each address, with each secret wherever a secret may stand.
    void ask_everything()
    {
        for (const Route& route : given.desk.table.routes()) {
            if (route.pattern == "/api/v1/sign-out") continue;
            for (const auto& secret : secrets) {
                auto address = route.pattern;
                while (address.find('{') != std::string::npos)
                    address.replace(address.find('{'), address.find('}') - address.find('{') + 1, secret);
                const auto body =
                    route.method == "GET"
                        ? ""
                        : fmt::format(R"({{"email":"{0}","password":"{0}","token":"{0}","text":"{0}"}})", secret);
                Caller bearer(given.desk, secret);
                Caller nobody(given.desk);
                nobody.cookie = "session=" + secret;
                for (auto* const caller : {&admin, &bearer, &nobody}) caller->ask(route.method, address, body);
            }
        }
    }

    // As a real try, each of which ends in a refusal or in an incident.
    void sign_in()
    {
        Caller nobody(given.desk);
        nobody.ask("POST", "/api/v1/sign-in", R"({"email":"admin@a.example","password":"planted-password"})");
        nobody.ask("POST", "/api/v1/sign-in",
                   fmt::format(R"({{"email":"admin@a.example","password":"{}"}})", usual_password));
        nobody.ask("POST", "/api/v1/sign-in", R"({"email":"admin@a.example","password":"planted-password)");
        nobody.ask("POST", "/api/v1/invitations/" + secrets.at(6), R"({"password":"planted-password"})");
    }

    TwoBrands given;
    Caller admin;
    std::vector<std::string> secrets{};
};

} // namespace

TEST_CASE("T37: no line of the log holds a password, a key, a cookie, a code or a link, whatever fails")
{
    in_each_house([](TestHouse& desk) {
        const Log log;
        Planted planted(desk);

        planted.sign_in();
        planted.ask_everything();
        auto guest = browser_of(desk, employ(desk, "guest@a.example", staff::Role::client_guest));
        guest.ask("GET", "/files/" + planted.given.objects.at("handle").front());
        desk.house.pool.take()->script("ALTER TABLE cases RENAME TO cases_away");
        desk.house.pool.take()->script("ALTER TABLE channels RENAME TO channels_away");
        planted.ask_everything();
        planted.given.work();
        desk.house.pool.take()->script("ALTER TABLE users RENAME TO users_away");
        planted.sign_in();
        planted.ask_everything();

        const auto text = log.text();
        CHECK(text.find("denied act=") != std::string::npos);
        CHECK(text.find("incident ") != std::string::npos);
        for (const auto& secret : planted.secrets) CHECK_MESSAGE(text.find(secret) == std::string::npos, secret);
    });
}

TEST_CASE("T37: secrets are in no place of the database where they could be read")
{
    TestHouse desk;
    const Planted planted(desk);
    const auto session = desk.house.pool.take();
    std::string all;
    for (auto& table :
         session->query("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"))
        for (const auto& row : session->query("SELECT * FROM \"" + std::get<std::string>(table[0]) + "\""))
            for (const auto& value : row)
                if (const auto* text = std::get_if<std::string>(&value)) all += *text + "\n";

    CHECK(all.find("canary7f3a-note") != std::string::npos);
    for (std::size_t at = 0; at < 8; ++at) CHECK_MESSAGE(all.find(planted.secrets.at(at)) == std::string::npos, at);
}

TEST_CASE("T10: no address that reads gives out a secret that was given in")
{
    in_each_house([](TestHouse& desk) {
        Planted planted(desk);
        std::string all;
        for (const Route& route : desk.table.routes()) {
            if (route.method != "GET") continue;
            auto address = route.pattern;
            while (address.find('{') != std::string::npos)
                address.replace(address.find('{'), address.find('}') - address.find('{') + 1, "1");
            all += planted.admin.ask("GET", address).body;
        }
        for (std::size_t at = 0; at < 8; ++at) CHECK_MESSAGE(all.find(planted.secrets.at(at)) == std::string::npos, at);
        CHECK(all.find("second@example.org") != std::string::npos);
    });
}
