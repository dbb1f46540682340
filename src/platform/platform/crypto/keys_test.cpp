// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/keys.h"

#include "base/result.h"
#include "platform/crypto/random.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <array>
#include <fstream>
#include <set>
#include <thread>
#include <vector>

using namespace amends;
using namespace amends::crypto;

namespace {

const Keys one_house(Secret(std::string(32, 'k')));
const Keys another_house(Secret(std::string(32, 'K')));

struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("amends-keys-" + random_token());
    Folder() { std::filesystem::create_directory(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path); }
};

void write(const std::filesystem::path& file, std::string_view text, mode_t mode)
{
    std::ofstream(file) << text;
    chmod(file.c_str(), mode);
}

} // namespace

TEST_CASE("keys differ by purpose, by number and by house, and stay the same for ever")
{
    const auto key = one_house.derive("session");

    CHECK(key.reveal().size() == 32);
    CHECK(key == one_house.derive("session", 1));
    CHECK_FALSE(key == one_house.derive("session", 2));
    CHECK_FALSE(key == one_house.derive("sessions"));
    CHECK_FALSE(key == one_house.derive(""));
    CHECK_FALSE(key == another_house.derive("session"));
}

TEST_CASE("a sealed value opens for its own purpose and master key only")
{
    const auto box = one_house.seal("channel.password", Secret("hunter2"));

    CHECK(box.find("hunter2") == std::string::npos);
    CHECK(one_house.open("channel.password", box) == Secret("hunter2"));
    CHECK_THROWS_AS(one_house.open("totp", box), Failure);
    CHECK_THROWS_AS(another_house.open("channel.password", box), Failure);
}

TEST_CASE("an altered box does not open, whichever byte was touched or cut off")
{
    const auto box = one_house.seal("x", Secret("hunter2"));
    for (std::size_t at = 0; at < box.size(); ++at) {
        auto altered = box;
        altered[at] = static_cast<char>(altered[at] ^ 1);
        CHECK_THROWS_AS(one_house.open("x", altered), Failure);
        CHECK_THROWS_AS(one_house.open("x", box.substr(0, at)), Failure);
    }
    CHECK_THROWS_AS(one_house.open("x", box + "x"), Failure);
}

TEST_CASE("the same value sealed twice looks different, and nothing at all can be sealed")
{
    CHECK(one_house.seal("x", Secret("a")) != one_house.seal("x", Secret("a")));
    CHECK(one_house.open("x", one_house.seal("x", Secret(""))).empty());
}

TEST_CASE("the key file is made once, for its owner only, and read again")
{
    const Folder folder;
    const auto file = folder.path / "master.key";

    const auto first = Keys::load_or_create(file);
    const auto again = Keys::load_or_create(file);

    struct stat facts{};
    REQUIRE(stat(file.c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777U) == 0400U);
    CHECK(facts.st_size == 32);
    CHECK(first.derive("x") == again.derive("x"));
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 1);
}

TEST_CASE("a key file that others may read, or of another length, is not used and not replaced")
{
    const Folder folder;
    const auto file = folder.path / "master.key";

    write(file, std::string(32, 'k'), 0440);
    CHECK_THROWS_AS(Keys::load_or_create(file), Failure);
    chmod(file.c_str(), 0600);
    CHECK(Keys::load_or_create(file).derive("x") == one_house.derive("x"));
    for (const std::size_t size : {0U, 31U, 33U}) {
        std::filesystem::remove(file);
        write(file, std::string(size, 'k'), 0400);
        CHECK_THROWS_AS(Keys::load_or_create(file), Failure);
        CHECK(std::filesystem::file_size(file) == size);
    }
    CHECK_THROWS_AS(Keys::load_or_create(folder.path / "missing" / "master.key"), Failure);
}

TEST_CASE("of many who make the key file at once all use the same key")
{
    const Folder folder;
    std::array<std::string, 8> keys;
    {
        std::vector<std::jthread> makers;
        for (auto& key : keys)
            makers.emplace_back([&] { key = Keys::load_or_create(folder.path / "master.key").derive("x").reveal(); });
    }
    CHECK(std::set<std::string>(keys.begin(), keys.end()).size() == 1);
}
