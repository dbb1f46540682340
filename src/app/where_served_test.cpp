// SPDX-License-Identifier: Apache-2.0
#include "app/where_served.h"

#include "app/commands.h"
#include "app/staff_commands.h"
#include "testing/house.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <functional>
#include <sstream>

using namespace amends;
using namespace amends::testing;

namespace {

std::string printed_by(const std::function<void()>& act)
{
    std::FILE* const paper = std::tmpfile();
    std::fflush(stdout);
    const int screen = dup(STDOUT_FILENO);
    dup2(fileno(paper), STDOUT_FILENO);
    act();
    std::fflush(stdout);
    dup2(screen, STDOUT_FILENO);
    close(screen);
    std::rewind(paper);
    std::array<char, 1024> text{};
    const auto size = std::fread(text.data(), 1, text.size(), paper);
    std::fclose(paper);
    return {text.data(), size};
}

std::string invitation(const Config& config, const std::string& name)
{
    return printed_by([&] { CHECK(add_user(config, {name, name + "@example.org", staff::Role::agent, "en"}) == 0); });
}

void serve_once(const Config& config)
{
    const SystemClock clock;
    House house(config, clock);
    house.open();
    remember_where_served(house);
}

} // namespace

TEST_CASE("a printed link leads to where the desk was served last, unless another address is told")
{
    const Folder folder;
    const Config config{.data = folder.path() / "desk"};
    std::istringstream password(usual_password + "\n");
    REQUIRE(init_desk(config, {"Desk", "lead@example.org", "help@example.org"}, password) == 0);

    CHECK(invitation(config, "a").starts_with("http://127.0.0.1:8080/"));
    serve_once({.data = config.data, .http_port = 9000});
    CHECK(invitation(config, "b").starts_with("http://127.0.0.1:9000/"));
    serve_once({.data = config.data, .public_address = "https://desk.example.org"});
    CHECK(invitation(config, "c").starts_with("https://desk.example.org/"));
    CHECK(
        printed_by([&] { CHECK(reset_user(config, "a@example.org") == 0); }).starts_with("https://desk.example.org/"));
    CHECK(invitation({.data = config.data, .public_address = "https://new.example.org"}, "d")
              .starts_with("https://new.example.org/"));
}

TEST_CASE("a desk brought back from a backup does not send people to where the other one is served")
{
    const Folder folder;
    const Config config{.data = folder.path() / "desk"};
    const Config copy{.data = folder.path() / "copy"};
    const auto backup = (folder.path() / "backup").string();
    std::istringstream password(usual_password + "\n");
    REQUIRE(init_desk(config, {"Desk", "lead@example.org", "help@example.org"}, password) == 0);
    serve_once({.data = config.data, .public_address = "https://desk.example.org"});

    REQUIRE(back_up(config, backup) == 0);
    REQUIRE(restore(copy, backup) == 0);

    CHECK(invitation(copy, "a").starts_with("http://127.0.0.1:8080/"));
}

TEST_CASE("an address of the sixth version of IP stands in brackets in a link")
{
    CHECK(http_address("::1", 8080) == "http://[::1]:8080");
    CHECK(http_address("127.0.0.1", 80) == "http://127.0.0.1:80");
}
