// SPDX-License-Identifier: Apache-2.0
// Text of protocols: ASCII only, whatever the locale says.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace amends::mail {

[[nodiscard]] constexpr char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

[[nodiscard]] constexpr bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

[[nodiscard]] constexpr bool is_alnum(char letter)
{
    return is_digit(letter) || (lower(letter) >= 'a' && lower(letter) <= 'z');
}

[[nodiscard]] constexpr bool is_blank(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n' || letter == '\f' || letter == '\v';
}

[[nodiscard]] inline std::string lower(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char letter) { return lower(letter); });
    return out;
}

[[nodiscard]] constexpr std::string_view trim(std::string_view text)
{
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

[[nodiscard]] constexpr bool same(std::string_view one, std::string_view other)
{
    return std::ranges::equal(one, other, [](char a, char b) { return lower(a) == lower(b); });
}

[[nodiscard]] constexpr bool starts_as(std::string_view text, std::string_view start)
{
    return text.size() >= start.size() && same(text.substr(0, start.size()), start);
}

[[nodiscard]] constexpr bool holds(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

// Whether it holds one of the parts; text and parts are in lower case.
template <class Parts>
[[nodiscard]] constexpr bool holds_one(std::string_view text, const Parts& parts)
{
    return std::ranges::any_of(parts, [&](std::string_view part) { return holds(text, part); });
}

// Without the line ends, of whatever kind they are.
[[nodiscard]] inline std::vector<std::string_view> lines_of(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find_first_of("\r\n");
        lines.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(text.substr(end, 2) == "\r\n" ? end + 2 : end + 1);
    }
    return lines;
}

} // namespace amends::mail
