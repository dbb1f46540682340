// SPDX-License-Identifier: Apache-2.0
// All tables of a PostgreSQL database as files, a table each and a row a line, and back again. One snapshot, so that
// rows which refer to each other are all there; a table at a time, so that memory stays small.
#pragma once

#include "platform/sql/session.h"

#include <filesystem>

namespace amends {

// Of a PostgreSQL database. Before a table come those that its rows refer to.
[[nodiscard]] std::vector<std::string> tables_in_order(sql::Session& session);
[[nodiscard]] std::vector<std::string> column_names_of(sql::Session& session, const std::string& table);

void dump_tables(sql::Session& session, const std::filesystem::path& folder);
// Into a database whose tables are there and hold nothing but what the migrations put there. All or nothing.
void load_tables(sql::Session& session, const std::filesystem::path& folder);

} // namespace amends
