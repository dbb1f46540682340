// SPDX-License-Identifier: Apache-2.0
// The few things that the two engines say differently, all in one place; search has a file of its own.
#pragma once

#include "platform/sql/session.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace amends::sql {

// A condition on a column for a list that is bound as one parameter, and that parameter:
//     "… WHERE " + one_of(session.dialect(), "id", "ids", List::numbers), {{"ids", list_value(session.dialect(), ids)}}
enum class List : std::uint8_t { numbers, texts };
[[nodiscard]] std::string one_of(Dialect dialect, std::string_view column, std::string_view parameter, List list);
[[nodiscard]] std::string list_value(Dialect dialect, std::span<const std::int64_t> numbers);
[[nodiscard]] std::string list_value(Dialect dialect, std::span<const std::string> texts);

template <IdEnum Id>
[[nodiscard]] std::string list_value(Dialect dialect, const std::vector<Id>& ids)
{
    std::vector<std::int64_t> numbers;
    for (const Id id : ids) numbers.push_back(static_cast<std::int64_t>(id));
    return list_value(dialect, numbers);
}

// Ends a SELECT that takes work from a queue: other nodes take other rows. SQLite has one writer, who needs no lock.
[[nodiscard]] std::string_view skip_locked(Dialect dialect);

// The value below which a share of a group lies (type 1: one that occurred), of the rows `from` gives.
//     percentile(dialect, "minutes", "replies WHERE brand_id = $brand", 0.9)
[[nodiscard]] std::string percentile(Dialect dialect, std::string_view column, std::string_view from, double share);

// Runs a whole transaction again when somebody else was in the way; the last Busy is thrown. Waits a little longer each
// time, at random, so that two do not meet again.
void retry_when_busy(const std::function<void()>& transaction, int attempts = 4);

// " LIMIT 51", the number in the text: one that it does not know PostgreSQL takes for a tenth of the table, and so
// plans the statement anew each time. A page's length is whatever a client wishes, so it is rounded up to one of a few,
// each of which is a statement of its own: expect more rows than asked for.
[[nodiscard]] std::string limit(std::size_t rows);

// After a database has been filled in one go: PostgreSQL plans by what it knows of the tables' sizes, and looks at them
// by itself only a minute or more later. Nothing on SQLite, whose plans our indexes alone decide.
void take_stock(Session& session);

} // namespace amends::sql
