// SPDX-License-Identifier: Apache-2.0
// Brings the schema up to date in one transaction; safe to run on every start and on several nodes at once.
#pragma once

#include "platform/sql/session.h"

#include <span>

namespace amends::sql {

// A migration is written once, in PostgreSQL's words; SQLite gets its own words for the types, and strict tables. What
// cannot be said so, a search index for example, has a text for SQLite as well.
struct Migration {
    int version{};
    std::string_view text{};
    std::string_view sqlite{};
};

void migrate(Session& session, std::span<const Migration> migrations);

// The number of the last migration that was made; 0 for an empty database.
[[nodiscard]] std::int64_t schema_version(Session& session);

} // namespace amends::sql
