// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/lmtp_syntax.h"

#include <algorithm>

namespace amends::mail {
namespace {

constexpr std::size_t longest_address = 512;

// The length of the well-formed UTF-8 sequence at the front; 0 when it is not one.
std::size_t sequence_at(std::string_view text)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4) return 0;
    const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0U) != 0x80U) return 0;
    const unsigned char second = byte(1);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool surrogate = first == 0xED && second > 0x9F;
    const bool beyond = first == 0xF4 && second > 0x8F;
    return overlong || surrogate || beyond ? 0 : length;
}

// A quoted local part may hide the sign that is looked for. A quotation without an end is found at the end.
std::size_t find_unquoted(std::string_view text, std::string_view any_of)
{
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quoted && text[i] == '\\') ++i;
        else if (text[i] == '"') quoted = !quoted;
        else if (!quoted && any_of.find(text[i]) != std::string_view::npos) return i;
    }
    return quoted ? text.size() : std::string_view::npos;
}

bool fits(std::string_view address)
{
    return address.size() <= longest_address && !controls(address) && valid_utf8(address);
}

std::map<std::string, std::string> parameters_of(std::string_view text)
{
    std::map<std::string, std::string> parameters;
    while (!text.empty()) {
        const auto one = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(one.size() + 1, text.size()));
        if (one.empty()) continue;
        const auto name = one.substr(0, one.find('='));
        parameters[upper(name)] = one.substr(std::min(name.size() + 1, one.size()));
    }
    return parameters;
}

} // namespace

std::string upper(std::string_view text)
{
    std::string result(text);
    for (char& letter : result) letter = static_cast<char>(letter >= 'a' && letter <= 'z' ? letter - 32 : letter);
    return result;
}

std::optional<Path> path_of(std::string_view argument, std::string_view keyword)
{
    if (upper(argument.substr(0, keyword.size())) != keyword) return std::nullopt;
    argument.remove_prefix(keyword.size());
    argument.remove_prefix(std::min(argument.find_first_not_of(' '), argument.size()));
    if (!argument.starts_with('<')) return std::nullopt;
    argument.remove_prefix(1);

    const auto end = find_unquoted(argument, ">");
    if (end >= argument.size()) return std::nullopt;
    auto address = argument.substr(0, end);
    const auto rest = argument.substr(end + 1);
    if (!rest.empty() && !rest.starts_with(' ')) return std::nullopt;
    // A route of other servers to pass, "@one,@two:": obsolete, to be ignored (RFC 5321 appendix C).
    const auto route = address.starts_with('@') ? address.find(':') + 1 : 0;
    address.remove_prefix(route);
    if (address.starts_with('@') || !fits(address)) return std::nullopt;
    return Path{std::string(address), parameters_of(rest)};
}

bool safe_address(std::string_view address)
{
    const auto at = address.rfind('@');
    return at != std::string_view::npos && at > 0 && at + 1 < address.size() && fits(address) &&
           address.find_first_of(" <>\"\\", at) == std::string_view::npos &&
           find_unquoted(address, " <>\\") == std::string_view::npos;
}

bool valid_utf8(std::string_view text)
{
    while (!text.empty()) {
        const auto length = sequence_at(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

bool controls(std::string_view text)
{
    return std::ranges::any_of(text, [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return byte < 0x20 || byte == 0x7F;
    });
}

} // namespace amends::mail
