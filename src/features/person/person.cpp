// SPDX-License-Identifier: Apache-2.0
#include "person/person.h"

#include <algorithm>

namespace amends::person {
namespace {

constexpr std::size_t longest_address = 254; // RFC 5321, 4.5.3.1.3 less the brackets.
constexpr std::size_t longest_local_part = 64;

char small(char letter) { return static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter); }

bool allowed(char letter)
{
    const auto code = static_cast<unsigned char>(letter);
    return code > 0x20 && code != 0x7f && std::string_view("<>()[],;:\\\"").find(letter) == std::string_view::npos;
}

} // namespace

Result<std::string> email_address(std::string_view text, std::string field)
{
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    const auto at = text.find('@');
    const bool right = at != std::string_view::npos && at > 0 && at <= longest_local_part && at + 1 < text.size() &&
                       text.find('@', at + 1) == std::string_view::npos && text.size() <= longest_address &&
                       text.back() != '.' && std::ranges::all_of(text, allowed);
    if (!right) return refuse(Refusal::invalid, "address.invalid", std::move(field));
    std::string address(text);
    std::ranges::transform(address, address.begin(), small);
    return address;
}

} // namespace amends::person
