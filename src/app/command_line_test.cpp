// SPDX-License-Identifier: Apache-2.0
#include "app/command_line.h"

#include "testing/house.h"
#include "testing/variable.h"

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

} // namespace

TEST_CASE("a file of settings is refused, because nobody would read it")
{
    const Folder folder;
    const auto desk = (folder.path() / "desk").string();

    CHECK(run({"user", "list", "--data", desk}) == 0);
    CHECK(run({"user", "list", "--data", desk, "--config", desk + "/missing.toml"}) != 0);
}

TEST_CASE("every setting of a desk that serves can stand in a variable")
{
    const Folder folder;
    const Variable data("AMENDS_DATA", folder.path() / "desk");
    const Variable nowhere_to_listen("AMENDS_HTTP", "192.0.2.1:8080"); // Without TLS no desk serves there.

    CHECK_THROWS_AS(run({"serve"}), Failure);
    const Variable workers("AMENDS_WORKERS", "99");
    CHECK(run({"serve"}) != 0);
}
