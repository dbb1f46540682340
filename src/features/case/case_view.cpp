// SPDX-License-Identifier: Apache-2.0
#include "case/case_view.h"

#include <charconv>

namespace amends::cases {
namespace {

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

} // namespace amends::cases
