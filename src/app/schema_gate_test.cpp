// SPDX-License-Identifier: Apache-2.0
#include "app/schema_gate.h"
#include "testing/database.h"

#include <fmt/format.h>

using namespace amends;

namespace {

constexpr auto newest = static_cast<std::int64_t>(std::size(migrations));

// As a later release leaves it.
void bring_further(sql::Session& session, std::int64_t oldest_fit)
{
    session.execute("INSERT INTO schema_versions (version) VALUES ($version)", {{"version", newest + 1}});
    let_run_from(session, oldest_fit, newest + 1);
}

} // namespace

TEST_CASE("a program starts on a new database and on its own schema")
{
    testing::on_each_empty_engine([](sql::Session& session) {
        refuse_newer_schema(session, newest);
        sql::migrate(session, migrations);
        let_run_from(session, previous_release_schema, newest);

        refuse_newer_schema(session, newest);
    });
}

TEST_CASE("a program runs on the schema of the next release, and leaves alone who may run on it")
{
    testing::on_each_engine([](sql::Session& session) {
        bring_further(session, newest);

        refuse_newer_schema(session, newest);
        let_run_from(session, previous_release_schema, newest);

        CHECK(session.value<std::string>("SELECT value FROM settings WHERE name = 'schema.runs_from'") ==
              fmt::format("{} for {}", newest, newest + 1));
    });
}

TEST_CASE("a program does not touch a schema that is newer than the next release's, or of which nothing is known")
{
    testing::on_each_engine([](sql::Session& session) {
        bring_further(session, newest + 1);
        CHECK_THROWS_AS(refuse_newer_schema(session, newest), Failure);

        // Said of the schema before: the newer program died before it said more.
        session.execute("UPDATE settings SET value = $value WHERE name = 'schema.runs_from'",
                        {{"value", fmt::format("{} for {}", newest, newest)}});
        CHECK_THROWS_AS(refuse_newer_schema(session, newest), Failure);

        session.execute("DELETE FROM settings");
        CHECK_THROWS_AS(refuse_newer_schema(session, newest), Failure);
    });
}

TEST_CASE("the release before is one that was released, or this one")
{
    CHECK(previous_release_schema > 0);
    CHECK(previous_release_schema <= newest);
}
