// SPDX-License-Identifier: Apache-2.0
#include "staff/user.h"

#include <algorithm>
#include <array>

namespace amends::staff {
namespace {

constexpr std::size_t longest_address = 254; // RFC 5321, with its angle brackets taken off.
constexpr std::size_t longest_name = 200;

bool visible(char letter)
{
    const auto code = static_cast<unsigned char>(letter);
    return code > 0x20 && code != 0x7f;
}

bool control(char letter)
{
    const auto code = static_cast<unsigned char>(letter);
    return code < 0x20 || code == 0x7f;
}

std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

} // namespace

Result<std::string> sign_in_address(std::string_view text)
{
    const auto wrong = [] { return refuse(Refusal::invalid, "user.email_invalid", "email"); };
    std::string address(text);
    for (char& letter : address)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
    const auto at = address.find('@');
    if (address.size() > longest_address || at == std::string::npos || at == 0 || at + 1 == address.size())
        return wrong();
    if (address.find('@', at + 1) != std::string::npos || !std::ranges::all_of(address, visible)) return wrong();
    if (address.find_first_of("<>()[],;:\\\"") != std::string::npos) return wrong();
    return address;
}

Result<std::string> shown_name(std::string text)
{
    std::string name(trimmed(text));
    if (name.empty()) return refuse(Refusal::invalid, "user.name_missing", "name");
    if (name.size() > longest_name) return refuse(Refusal::invalid, "request.field_too_long", "name");
    if (std::ranges::any_of(name, control)) return refuse(Refusal::invalid, "request.field_has_null", "name");
    return name;
}

Result<std::string> spoken_language(std::string text)
{
    constexpr std::array<std::string_view, 4> spoken{"en", "fi", "el", "fa"};
    if (std::ranges::find(spoken, text) == spoken.end())
        return refuse(Refusal::invalid, "user.language_unknown", "language");
    return text;
}

} // namespace amends::staff
