// SPDX-License-Identifier: Apache-2.0
#include "platform/sql/sqlite_functions.h"

#include "base/result.h"

#include <sqlite3.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace amends::sql {
namespace {

std::string_view text_of(sqlite3_value* value)
{
    const auto* const first = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return first == nullptr ? std::string_view()
                            : std::string_view(first, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

bool less(sqlite3_value* one, sqlite3_value* other)
{
    if (sqlite3_value_type(one) == SQLITE_TEXT) return text_of(one) < text_of(other);
    if (sqlite3_value_type(one) == SQLITE_INTEGER && sqlite3_value_type(other) == SQLITE_INTEGER)
        return sqlite3_value_int64(one) < sqlite3_value_int64(other);
    return sqlite3_value_double(one) < sqlite3_value_double(other);
}

// As on PostgreSQL, NULL does not take part; SQLite's own max(a, b) is NULL when one of them is.
template <bool greatest>
void extreme(sqlite3_context* context, int count, sqlite3_value** values)
{
    sqlite3_value* found = nullptr;
    for (int at = 0; at < count; ++at) {
        sqlite3_value* const value = values[at];
        if (sqlite3_value_type(value) == SQLITE_NULL) continue;
        if (found == nullptr || (greatest ? less(found, value) : less(value, found))) found = value;
    }
    if (found == nullptr) sqlite3_result_null(context);
    else sqlite3_result_value(context, found);
}

using Joined = std::optional<std::string>;

// The memory SQLite keeps for a group holds a pointer; null until the first text comes.
Joined** slot_of(sqlite3_context* context, int size)
{
    return static_cast<Joined**>(sqlite3_aggregate_context(context, size));
}

void string_agg_step(sqlite3_context* context, int /*count*/, sqlite3_value** values)
{
    if (sqlite3_value_type(values[0]) == SQLITE_NULL) return;
    Joined** const slot = slot_of(context, sizeof(Joined*));
    if (slot == nullptr) return sqlite3_result_error_nomem(context);
    if (*slot == nullptr) *slot = std::make_unique<Joined>().release();
    Joined& joined = **slot;
    if (joined) joined->append(text_of(values[1])).append(text_of(values[0]));
    else joined = std::string(text_of(values[0]));
}

void string_agg_end(sqlite3_context* context)
{
    Joined** const slot = slot_of(context, 0);
    const std::unique_ptr<Joined> joined(slot == nullptr ? nullptr : *slot);
    if (!joined || !*joined) return sqlite3_result_null(context);
    sqlite3_result_text64(context, (*joined)->data(), (*joined)->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

} // namespace

void add_functions(sqlite3* database)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    constexpr int has_string_agg = 3'044'000;
    int code =
        sqlite3_create_function_v2(database, "greatest", -1, flags, nullptr, extreme<true>, nullptr, nullptr, nullptr);
    if (code == SQLITE_OK)
        code = sqlite3_create_function_v2(database, "least", -1, flags, nullptr, extreme<false>, nullptr, nullptr,
                                          nullptr);
    if (code == SQLITE_OK && sqlite3_libversion_number() < has_string_agg)
        code = sqlite3_create_function_v2(database, "string_agg", 2, flags, nullptr, nullptr, string_agg_step,
                                          string_agg_end, nullptr);
    if (code != SQLITE_OK) throw Failure("sqlite: cannot add functions");
}

} // namespace amends::sql
