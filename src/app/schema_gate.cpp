// SPDX-License-Identifier: Apache-2.0
#include "app/schema_gate.h"

#include "base/result.h"

#include <fmt/format.h>

namespace amends {
namespace {

std::string said_of(sql::Session& session)
{
    const auto rows = session.query("SELECT value FROM settings WHERE name = 'schema.runs_from'");
    return rows.empty() ? "" : sql::from_value<std::string>(sql::Value(rows.front().front()));
}

// "3 for 4": of an older schema it says nothing, should a program have died between migrating and saying so.
std::string words_for(std::int64_t oldest_fit, std::int64_t schema)
{
    return fmt::format("{} for {}", oldest_fit, schema);
}

bool lets_in(sql::Session& session, std::int64_t newest_known, std::int64_t schema)
{
    const auto said = said_of(session);
    for (std::int64_t oldest = 0; oldest <= newest_known; ++oldest)
        if (said == words_for(oldest, schema)) return true;
    return false;
}

} // namespace

void refuse_newer_schema(sql::Session& session, std::int64_t newest_known)
{
    const auto found = sql::schema_version(session);
    if (found <= newest_known) return;
    if (lets_in(session, newest_known, found)) return;
    throw Failure(
        fmt::format("the database was brought to schema {} by a newer amends; this one knows {} and would not "
                    "understand it. Start the newer amends, or restore the backup from before the upgrade",
                    found, newest_known));
}

void let_run_from(sql::Session& session, std::int64_t oldest_fit, std::int64_t newest_known)
{
    if (sql::schema_version(session) > newest_known) return; // It is for the newer program to say.
    const auto words = words_for(oldest_fit, newest_known);
    if (said_of(session) == words) return;
    session.execute("INSERT INTO settings (name, value) VALUES ('schema.runs_from', $words)"
                    " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                    {{"words", words}});
}

} // namespace amends
