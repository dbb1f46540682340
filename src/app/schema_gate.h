// SPDX-License-Identifier: Apache-2.0
// Which programs may run on a schema. A release runs on its own and on the next one's, so that an upgrade can be taken
// back; a schema that is newer than that holds what this program does not understand, and it does not touch it.
#pragma once

#include "platform/sql/migrate.h"

namespace amends {

// Throws a Failure that says what to do. Before migrating.
void refuse_newer_schema(sql::Session& session, std::int64_t newest_known);
// Who knows so many migrations may run on what has just been made of the database. After migrating.
void let_run_from(sql::Session& session, std::int64_t oldest_fit, std::int64_t newest_known);

} // namespace amends
