// SPDX-License-Identifier: Apache-2.0
// What PostgreSQL has and SQLite lacks, added to a connection: greatest(), least(), and string_agg() before 3.44.
#pragma once

struct sqlite3;

namespace amends::sql {

void add_functions(sqlite3* database);

} // namespace amends::sql
