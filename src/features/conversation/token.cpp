// SPDX-License-Identifier: Apache-2.0
#include "conversation/token.h"

#include <algorithm>
#include <charconv>

namespace amends::conversation {
namespace {

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::size_t longest_number = 9;

std::string base32(std::int64_t number)
{
    auto rest = static_cast<std::uint64_t>(number);
    std::string text;
    do text.insert(text.begin(), letters[rest & 31U]);
    while ((rest >>= 5U) != 0);
    return text;
}

char small(char letter) { return static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter); }

bool digit(char letter) { return letter >= '0' && letter <= '9'; }

std::optional<std::int64_t> number_at(std::string_view text)
{
    const auto size = static_cast<std::size_t>(std::ranges::find_if_not(text, digit) - text.begin());
    if (size == 0 || size > longest_number) return std::nullopt;
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + size, number);
    return number;
}

} // namespace

std::string case_token(CaseId of_case, std::string_view tag)
{
    return "c." + base32(static_cast<std::int64_t>(of_case)) + "." + std::string(tag);
}

std::string bounce_token(MessageId message, std::string_view tag)
{
    return "b." + base32(static_cast<std::int64_t>(message)) + "." + std::string(tag);
}

std::optional<Token> token_in(std::string_view address)
{
    const auto at = address.rfind('@');
    if (at == std::string_view::npos) return std::nullopt;
    auto local = address.substr(0, at);
    const auto last_dot = local.rfind('.');
    if (last_dot == std::string_view::npos || local.size() - last_dot - 1 != tag_length) return std::nullopt;
    std::string tag(local.substr(last_dot + 1));
    std::ranges::transform(tag, tag.begin(), small);
    if (tag.find_first_not_of(letters) != std::string::npos) return std::nullopt;

    local = local.substr(0, last_dot);
    const auto first_dot = local.rfind('.');
    if (first_dot == std::string_view::npos || first_dot == 0) return std::nullopt;
    const char kind = small(local[first_dot - 1]);
    const bool begins = first_dot == 1 || local[first_dot - 2] == '+' || local[first_dot - 2] == '<';
    if (!begins || (kind != 'c' && kind != 'b')) return std::nullopt;
    return Token{kind, std::move(tag)};
}

std::string without_plus(std::string_view address)
{
    const auto at = address.rfind('@');
    const auto plus = address.find('+');
    if (at == std::string_view::npos || plus == std::string_view::npos || plus > at) return std::string(address);
    return std::string(address.substr(0, plus)) + std::string(address.substr(at));
}

std::optional<std::int64_t> case_number_in(std::string_view subject, std::string_view prefix)
{
    std::string folded(subject);
    std::string wanted(prefix);
    std::ranges::transform(folded, folded.begin(), small);
    std::ranges::transform(wanted, wanted.begin(), small);
    wanted += '-';
    for (auto at = folded.find(wanted); at != std::string::npos; at = folded.find(wanted, at + 1)) {
        const bool begins = at == 0 || !((folded[at - 1] >= 'a' && folded[at - 1] <= 'z') || digit(folded[at - 1]));
        const auto number = number_at(std::string_view(folded).substr(at + wanted.size()));
        if (begins && number) return number;
    }
    return std::nullopt;
}

} // namespace amends::conversation
