// SPDX-License-Identifier: Apache-2.0
#include "platform/sql/dialect.h"

#include <fmt/format.h>

#include <random>
#include <thread>

namespace amends::sql {
namespace {

// For both engines alike: the text between quotes, with what would end it escaped.
std::string in_quotes(std::string_view text)
{
    std::string safe = "\"";
    for (const char letter : text) {
        const auto code = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\') safe.append("\\").append(1, letter);
        else if (code < 0x20) safe += fmt::format("\\u{:04x}", code);
        else safe += letter;
    }
    return safe + '"';
}

// An array of PostgreSQL knows no \u; it takes every character but these two as it is.
std::string quoted_in_array(std::string_view text)
{
    std::string safe = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') safe += '\\';
        safe += letter;
    }
    return safe + '"';
}

std::string bracketed(Dialect dialect, const std::string& members)
{
    return dialect == Dialect::postgres ? "{" + members + "}" : "[" + members + "]";
}

} // namespace

std::string one_of(Dialect dialect, std::string_view column, std::string_view parameter, List list)
{
    if (dialect == Dialect::sqlite) return fmt::format("{} IN (SELECT value FROM json_each(${}))", column, parameter);
    return fmt::format("{} = ANY(CAST(${} AS {}[]))", column, parameter, list == List::numbers ? "BIGINT" : "TEXT");
}

std::string list_value(Dialect dialect, std::span<const std::int64_t> numbers)
{
    return bracketed(dialect, fmt::format("{}", fmt::join(numbers, ",")));
}

std::string list_value(Dialect dialect, std::span<const std::string> texts)
{
    std::string members;
    for (const auto& text : texts) {
        if (!members.empty()) members += ',';
        members += dialect == Dialect::postgres ? quoted_in_array(text) : in_quotes(text);
    }
    return bracketed(dialect, members);
}

std::string_view skip_locked(Dialect dialect) { return dialect == Dialect::postgres ? " FOR UPDATE SKIP LOCKED" : ""; }

std::string percentile(Dialect dialect, std::string_view column, std::string_view from, double share)
{
    if (dialect == Dialect::postgres)
        return fmt::format("SELECT percentile_disc({}) WITHIN GROUP (ORDER BY {}) FROM {}", share, column, from);
    return fmt::format("SELECT min(value) FROM (SELECT {} AS value, cume_dist() OVER (ORDER BY {}) AS share FROM {})"
                       " AS ranked WHERE share >= {}",
                       column, column, from, share);
}

void retry_when_busy(const std::function<void()>& transaction, int attempts)
{
    thread_local std::minstd_rand random(std::random_device{}());
    for (int attempt = 1;; ++attempt) {
        try {
            return transaction();
        } catch (const Busy&) {
            if (attempt >= attempts) throw;
        }
        const auto longest = static_cast<unsigned>(5 << attempt);
        std::this_thread::sleep_for(std::chrono::milliseconds(random() % longest));
    }
}

std::string limit(std::size_t rows)
{
    for (const std::size_t length : {21UZ, 51UZ})
        if (rows <= length) return " LIMIT " + std::to_string(length);
    return " LIMIT " + std::to_string((rows + 98) / 100 * 100 + 1);
}

void take_stock(Session& session)
{
    if (session.dialect() == Dialect::postgres) session.script("ANALYZE");
}

} // namespace amends::sql
