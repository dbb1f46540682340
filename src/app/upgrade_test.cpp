// SPDX-License-Identifier: Apache-2.0
// A desk of every earlier release is brought forward. tests/upgrade/README.md says how a release is written down.
#include "platform/crypto/hash.h"
#include "testing/database.h"
#include "testing/schema.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <span>
#include <sstream>

using namespace amends;

namespace {

const std::filesystem::path folder = "tests/upgrade";

struct Release {
    std::string name;
    std::size_t migrations;
    std::string fingerprint;
};

std::vector<Release> releases()
{
    std::vector<Release> all;
    std::ifstream file(folder / "released.txt");
    REQUIRE(file.is_open());
    for (std::string line; std::getline(file, line);) {
        Release release;
        if (line.empty() || line.starts_with('#')) continue;
        std::istringstream(line) >> release.name >> release.migrations >> release.fingerprint;
        REQUIRE(release.fingerprint.size() == 16);
        all.push_back(release);
    }
    return all;
}

std::span<const sql::Migration> first(std::size_t count)
{
    REQUIRE(count <= std::size(migrations));
    return std::span(migrations).first(count);
}

std::string fingerprint_of(std::span<const sql::Migration> list)
{
    std::string all;
    for (const auto& migration : list) all.append(migration.text).append(migration.sqlite);
    return crypto::sha256_hex(all).substr(0, 16);
}

// SQLite writes bytes X'00ff', PostgreSQL '\x00ff'.
std::string filling_of(const Release& release, sql::Dialect dialect)
{
    std::ifstream file(folder / (release.name + ".sql"));
    std::string rows{std::istreambuf_iterator<char>(file), {}};
    if (dialect == sql::Dialect::sqlite) return rows;
    static const std::regex bytes("X'([0-9a-f]*)'");
    return std::regex_replace(rows, bytes, "'\\x$1'");
}

std::int64_t rows_in(sql::Session& session, const char* table)
{
    return session.value<std::int64_t>(std::string("SELECT count(*) FROM ") + table);
}

std::set<std::string> fresh_schema(sql::Session& session)
{
    if (session.dialect() == sql::Dialect::postgres)
        session.script("DROP SCHEMA amends_test CASCADE; CREATE SCHEMA amends_test");
    sql::Session other("sqlite::memory:");
    sql::Session& fresh = session.dialect() == sql::Dialect::postgres ? session : other;
    sql::migrate(fresh, migrations);
    return testing::schema_of(fresh);
}

} // namespace

TEST_CASE("migrations are numbered from 1 without a gap")
{
    int expected = 0;
    for (const auto& migration : migrations) CHECK(migration.version == ++expected);
}

TEST_CASE("a migration that was released is never edited")
{
    for (const auto& release : releases()) {
        CAPTURE(release.name);
        CHECK(fingerprint_of(first(release.migrations)) == release.fingerprint);
    }
}

TEST_CASE("a desk of every earlier release comes to the schema of a new one")
{
    for (const auto& release : releases()) {
        CAPTURE(release.name);
        testing::on_each_empty_engine([&](sql::Session& session) {
            sql::migrate(session, first(release.migrations));
            session.script(filling_of(release, session.dialect()));
            const auto cases = rows_in(session, "cases");
            REQUIRE(cases > 0);

            sql::migrate(session, migrations);

            const auto upgraded = testing::schema_of(session);
            CHECK(rows_in(session, "cases") == cases);
            CHECK(upgraded == fresh_schema(session));
        });
    }
}

TEST_CASE("what the release before writes is still accepted, so that it can run until the last node is new")
{
    const auto all = releases();
    REQUIRE_FALSE(all.empty());
    testing::on_each_empty_engine([&](sql::Session& session) {
        sql::migrate(session, migrations);

        session.script(filling_of(all.back(), session.dialect()));

        CHECK(rows_in(session, "messages") > 0);
    });
}

TEST_CASE("bringing forward step by step gives the same as all at once")
{
    testing::on_each_empty_engine([](sql::Session& session) {
        for (std::size_t count = 1; count <= std::size(migrations); ++count) sql::migrate(session, first(count));

        const auto stepwise = testing::schema_of(session);
        CHECK(stepwise == fresh_schema(session));
    });
}

TEST_CASE("two schemas that differ in one column or index are told apart")
{
    const auto schema_after = [](sql::Session& session, const char* change) {
        session.script("DROP TABLE IF EXISTS letters");
        session.script("CREATE TABLE letters (id BIGINT NOT NULL, text TEXT)");
        if (*change != '\0') session.script(change);
        return testing::schema_of(session);
    };

    testing::on_each_empty_engine([&](sql::Session& session) {
        const auto plain = schema_after(session, "");

        CHECK(plain == schema_after(session, ""));
        CHECK(plain != schema_after(session, "ALTER TABLE letters ADD COLUMN at BIGINT"));
        CHECK(plain != schema_after(session, "CREATE INDEX letters_by_text ON letters (text)"));
    });
}
