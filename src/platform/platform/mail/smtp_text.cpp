// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/smtp_text.h"

#include "platform/mail/lmtp_syntax.h"

#include <fmt/format.h>

#include <algorithm>

namespace amends::mail {
namespace {

constexpr std::size_t longest_reason = 500;

std::string lines_of(std::string_view mail, bool double_dots)
{
    std::string text;
    text.reserve(mail.size() + mail.size() / 32 + 2);
    while (!mail.empty()) {
        const auto line = mail.substr(0, mail.find_first_of("\r\n"));
        mail.remove_prefix(line.size());
        mail.remove_prefix(mail.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, mail.size()));
        if (double_dots && line.starts_with('.')) text += '.';
        text.append(line).append("\r\n");
    }
    return text;
}

} // namespace

std::string for_the_wire(std::string_view mail) { return lines_of(mail, true); }

std::string with_crlf(std::string_view mail) { return lines_of(mail, false); }

std::string xtext(std::string_view text)
{
    std::string result;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (byte < '!' || byte > '~' || letter == '+' || letter == '=') result += fmt::format("+{:02X}", byte);
        else result += letter;
    }
    return result;
}

std::string in_plain_words(std::string_view text)
{
    std::string words(text.substr(0, longest_reason));
    const bool readable = valid_utf8(words);
    std::ranges::replace_if(words, [](char letter) { return controls({&letter, 1}); }, ' ');
    if (!readable) std::ranges::replace_if(words, [](char letter) { return !ascii({&letter, 1}); }, '?');
    return words;
}

bool ascii(std::string_view text)
{
    return std::ranges::all_of(text, [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

} // namespace amends::mail
