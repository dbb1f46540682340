// SPDX-License-Identifier: Apache-2.0
#include "platform/blobs/blobs.h"
#include "testing/database.h"

#include <filesystem>

using namespace amends;

namespace {

struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("amends_blobs_" + std::to_string(getpid()));
    Folder() { std::filesystem::remove_all(path); }
    ~Folder() { std::filesystem::remove_all(path); }
};

constexpr BrandId ours{1};
constexpr BrandId theirs{2};

} // namespace

TEST_CASE("what was put comes back byte by byte, whatever its size")
{
    testing::on_each_engine([](sql::Session& session) {
        const Folder folder;
        const blobs::Blobs blobs(folder.path);
        std::string long_one(3U * 1024 * 1024 + 7, '\0');
        for (std::size_t at = 0; at < long_one.size(); ++at) long_one[at] = static_cast<char>(at * 31 % 251);

        for (const std::string& bytes : {std::string(), std::string("\0\xff\r\n", 4), long_one}) {
            const auto name = blobs.put(session, ours, bytes);
            CHECK(blobs.get(session, ours, name) == bytes);
            CHECK(blobs.put(session, ours, bytes) == name);
        }
    });
}

TEST_CASE("equal files of two brands share nothing")
{
    testing::on_each_engine([](sql::Session& session) {
        const Folder folder;
        const blobs::Blobs blobs(folder.path);
        session.execute("INSERT INTO brands (id) VALUES (2)");

        const auto name = blobs.put(session, ours, "the same");

        CHECK(blobs.put(session, theirs, "the same") != name);
    });
}

TEST_CASE("a name that is no name of ours never becomes a path")
{
    testing::on_each_engine([](sql::Session& session) {
        const Folder folder;
        const blobs::Blobs blobs(folder.path);
        const std::string climbing = "../../../../../../../../../../../../../../../../../etc/passwd000";

        REQUIRE(climbing.size() == 64);
        CHECK_THROWS_AS(static_cast<void>(blobs.get(session, ours, climbing)), Failure);
        CHECK_THROWS_AS(static_cast<void>(blobs.get(session, ours, "")), Failure);
        CHECK_FALSE(blobs.holds(session, ours, std::string(64, 'a')));
        CHECK_THROWS_AS(static_cast<void>(blobs.get(session, ours, std::string(64, 'a'))), Failure);
    });
}
