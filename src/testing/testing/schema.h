// SPDX-License-Identifier: Apache-2.0
// What tables a database really has, in lines that two databases of one kind can be compared by.
#pragma once

#include "platform/sql/session.h"

#include <set>
#include <string>

namespace amends::testing {

// "promises.due_at INTEGER not null", one line a column, and one line an index.
inline std::set<std::string> schema_of(sql::Session& session)
{
    const bool on_sqlite = session.dialect() == sql::Dialect::sqlite;
    const std::string_view columns =
        on_sqlite ? "SELECT t.name || '.' || c.name || ' ' || c.type || CASE WHEN c.\"notnull\" = 1 THEN ' not null' "
                    "ELSE '' END"
                    " FROM sqlite_schema AS t, pragma_table_info(t.name) AS c WHERE t.type = 'table'"
                  : "SELECT table_name || '.' || column_name || ' ' || data_type ||"
                    " CASE WHEN is_nullable = 'NO' THEN ' not null' ELSE '' END"
                    " FROM information_schema.columns WHERE table_schema = current_schema()";
    const std::string_view indexes =
        on_sqlite ? "SELECT name || ' ' || coalesce(sql, 'of its table') FROM sqlite_schema WHERE type = 'index'"
                  : "SELECT indexname || ' ' || indexdef FROM pg_indexes WHERE schemaname = current_schema()";
    std::set<std::string> lines;
    for (const auto text : {columns, indexes})
        for (auto& row : session.query(text)) lines.insert(sql::from_value<std::string>(std::move(row.at(0))));
    return lines;
}

} // namespace amends::testing
