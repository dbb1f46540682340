// SPDX-License-Identifier: Apache-2.0
#include "app/command_line.h"

#include "testing/house.h"
#include "testing/variable.h"

#include <sys/stat.h>

#include <iostream>
#include <sstream>

using namespace amends;
using namespace amends::testing;

namespace {

int run(std::vector<std::string> words)
{
    words.insert(words.begin(), "amends");
    std::vector<char*> values;
    values.reserve(words.size());
    for (auto& word : words) values.push_back(word.data());
    return run_command_line(static_cast<int>(values.size()), values.data());
}

// A shell that lets everybody read what is made, as most do.
class OpenShell {
public:
    OpenShell() : before_(umask(0022)) {}
    OpenShell(const OpenShell&) = delete;
    OpenShell& operator=(const OpenShell&) = delete;
    ~OpenShell() { umask(before_); }

private:
    mode_t before_;
};

// What lies in a folder, with the folder, and is for others too.
std::vector<std::string> open_to_others(const std::filesystem::path& folder)
{
    constexpr auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
    std::vector<std::string> open;
    const auto look = [&](const std::filesystem::path& path) {
        if ((std::filesystem::status(path).permissions() & others) != std::filesystem::perms::none)
            open.push_back(path.string());
    };
    look(folder);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) look(entry.path());
    return open;
}

} // namespace

TEST_CASE("a file of settings is refused, because nobody would read it")
{
    const OpenShell shell;
    const Folder folder;
    const auto desk = (folder.path() / "desk").string();

    CHECK(run({"user", "list", "--data", desk}) == 0);
    CHECK(run({"user", "list", "--data", desk, "--config", desk + "/missing.toml"}) != 0);
}

TEST_CASE("every setting of a desk that serves can stand in a variable")
{
    const OpenShell shell;
    const Folder folder;
    const Variable data("AMENDS_DATA", folder.path() / "desk");
    const Variable nowhere_to_listen("AMENDS_HTTP", "192.0.2.1:8080"); // Without TLS no desk serves there.

    CHECK_THROWS_AS(run({"serve"}), Failure);
    const Variable workers("AMENDS_WORKERS", "99");
    CHECK(run({"serve"}) != 0);
}

TEST_CASE("whatever the shell would allow, a desk and its copies are for nobody else on the machine")
{
    const OpenShell shell;
    const Folder folder;
    const auto desk = (folder.path() / "desk").string();
    const auto backup = (folder.path() / "backup").string();
    const auto copy = (folder.path() / "copy").string();
    std::istringstream password(usual_password + "\n");
    auto* const input = std::cin.rdbuf(password.rdbuf());
    const int made = run({"init", "--data", desk, "--name", "Desk", "--email", "lead@example.org", "--address",
                          "help@example.org", "--password-stdin"});
    std::cin.rdbuf(input);
    REQUIRE(made == 0);
    {
        const SystemClock clock;
        House house({.data = desk}, clock); // Keeps -wal and -shm there.
        house.open();
        static_cast<void>(house.blobs.put(*house.pool.take(), BrandId{1}, "a file"));
        CHECK(std::filesystem::exists(desk + "/desk.db-wal"));
        CHECK(open_to_others(desk) == std::vector<std::string>{});
    }

    REQUIRE(run({"backup", "--data", desk, backup}) == 0);
    std::filesystem::permissions(backup + "/desk.db", std::filesystem::perms(0644)); // As backups once were.
    REQUIRE(run({"restore", "--data", copy, backup}) == 0);

    CHECK(open_to_others(copy) == std::vector<std::string>{});
    std::filesystem::permissions(backup + "/desk.db", std::filesystem::perms(0600));
    CHECK(open_to_others(backup) == std::vector<std::string>{});
}
