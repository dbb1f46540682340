// SPDX-License-Identifier: Apache-2.0
#include "platform/sql/migrate.h"

namespace amends::sql {
namespace {

// Any number will do, as long as all nodes use the same.
constexpr std::int64_t lock_number = 0x616d656e6473;

std::string in_words_of(Dialect dialect, const Migration& migration)
{
    std::string words(migration.text);
    if (dialect == Dialect::postgres) return words;
    if (!migration.sqlite.empty()) return std::string(migration.sqlite);
    using Pair = std::pair<std::string_view, std::string_view>;
    for (const auto& [from, to] :
         {Pair{"BIGINT", "INTEGER"}, Pair{"BOOLEAN", "INTEGER"}, Pair{"DOUBLE PRECISION", "REAL"},
          Pair{"BYTEA", "BLOB"}, Pair{"\n);", "\n) STRICT;"}})
        for (auto at = words.find(from); at != std::string::npos; at = words.find(from, at + to.size()))
            words.replace(at, from.size(), to);
    return words;
}

} // namespace

std::int64_t schema_version(Session& session)
{
    const std::string_view there =
        session.dialect() == Dialect::postgres
            ? "SELECT count(*) FROM information_schema.tables"
              " WHERE table_schema = current_schema() AND table_name = 'schema_versions'"
            : "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_versions'";
    if (session.value<std::int64_t>(there) == 0) return 0;
    return session.value<std::int64_t>("SELECT coalesce(max(version), 0) FROM schema_versions");
}

void migrate(Session& session, std::span<const Migration> migrations)
{
    Transaction transaction(session);
    // A large table takes its time, and other nodes wait for it.
    if (session.dialect() == Dialect::postgres) {
        session.script("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0");
        session.query("SELECT pg_advisory_xact_lock($number)", {{"number", lock_number}});
    }
    session.script("CREATE TABLE IF NOT EXISTS schema_versions (version INTEGER NOT NULL)");
    const auto done = schema_version(session);
    for (const auto& migration : migrations) {
        if (migration.version <= done) continue;
        session.script(in_words_of(session.dialect(), migration));
        session.execute("INSERT INTO schema_versions (version) VALUES ($version)", {{"version", migration.version}});
    }
    transaction.commit();
}

} // namespace amends::sql
