// SPDX-License-Identifier: Apache-2.0
#include "case/case_view.h"

#include <charconv>

namespace amends::cases {
namespace {

constexpr std::int64_t most_rows = 200;

std::optional<std::int64_t> number_in(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

} // namespace

std::string text_of(const Cursor& cursor) { return std::to_string(cursor.at) + "." + std::to_string(cursor.id); }

Result<Cursor> cursor_from(std::string_view text)
{
    const auto point = text.find('.');
    const auto at = number_in(text.substr(0, point));
    const auto id = point == std::string_view::npos ? std::nullopt : number_in(text.substr(point + 1));
    if (!at || !id) return refuse(Refusal::invalid, "request.cursor_invalid", "cursor");
    return Cursor{*at, *id};
}

Result<std::optional<Cursor>> cursor_from(const std::optional<std::string>& text)
{
    if (!text || text->empty()) return std::optional<Cursor>();
    AMENDS_TRY(const auto cursor, cursor_from(std::string_view(*text)));
    return std::optional(cursor);
}

Result<int> limit_from(const std::optional<std::string>& text, int usual)
{
    if (!text) return usual;
    const auto limit = number_in(*text);
    if (!limit || *limit < 1 || *limit > most_rows) return refuse(Refusal::invalid, "request.limit_invalid", "limit");
    return static_cast<int>(*limit);
}

} // namespace amends::cases
