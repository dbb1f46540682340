// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/encoded.h"

#include "platform/mail/ascii.h"

#include <array>

namespace amends::mail {
namespace {

constexpr std::size_t bytes_in_word = 39; // 52 letters of base64: with the name of the header within 76.
constexpr std::size_t bytes_in_line = 57; // 76 letters of base64.
constexpr std::size_t longest_line = 76;
constexpr std::size_t longest_value = 60;
constexpr std::string_view hex = "0123456789ABCDEF";

std::string base64(std::string_view bytes)
{
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const auto byte = [&](std::size_t offset) {
            return at + offset < bytes.size() ? static_cast<unsigned char>(bytes[at + offset]) : 0U;
        };
        const auto three = byte(0) << 16U | byte(1) << 8U | byte(2);
        out += digits[three >> 18U];
        out += digits[three >> 12U & 63U];
        out += at + 1 < bytes.size() ? digits[three >> 6U & 63U] : '=';
        out += at + 2 < bytes.size() ? digits[three & 63U] : '=';
    }
    return out;
}

bool plain(std::string_view text)
{
    return std::ranges::all_of(text, [](char letter) { return letter >= ' ' && letter < 0x7f; }) &&
           text.find("=?") == std::string_view::npos;
}

std::string in_hex(char letter)
{
    const auto code = static_cast<unsigned char>(letter);
    return {hex[code >> 4U], hex[code & 15U]};
}

// Folds at spaces, so that no line is much longer than it need be.
std::string folded(std::string_view text)
{
    std::string out;
    std::size_t column = 20; // The header's name comes first.
    while (!text.empty()) {
        const auto space = text.find(' ', 1);
        const auto word = text.substr(0, space);
        if (column + word.size() > longest_line && column > 20 && word.front() == ' ' && word.size() > 1) {
            out += "\r\n";
            column = 0;
        }
        out += word;
        column += word.size();
        text.remove_prefix(word.size());
    }
    return out;
}

std::string percent(std::string_view text)
{
    std::string out;
    for (const char letter : text) {
        const bool safe = is_alnum(letter) || std::string_view("!#$&+-.^_`|~").find(letter) != std::string_view::npos;
        if (safe) out += letter;
        else out += "%" + in_hex(letter);
    }
    return out;
}

// One line of the text, with soft breaks.
void write_line(std::string& out, std::string_view line)
{
    std::size_t column = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char letter = line[at];
        const bool last = at + 1 == line.size();
        const bool risky = column == 0 && (letter == '.' || letter == 'F'); // "From ", and the end of SMTP's data.
        const bool white = letter == ' ' || letter == '\t';
        const bool safe = white ? !last : letter > ' ' && letter < 0x7f && letter != '=' && !risky;
        const auto piece = safe ? std::string(1, letter) : "=" + in_hex(letter);
        if (column + piece.size() > longest_line - 1) {
            out += "=\r\n";
            column = 0;
        }
        out += piece;
        column += piece.size();
    }
}

} // namespace

std::string_view first_letters(std::string_view text, std::size_t at_most)
{
    if (text.size() <= at_most) return text;
    auto size = at_most;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xc0U) == 0x80U) --size;
    return text.substr(0, size == 0 ? at_most : size);
}

std::string encoded_words(std::string_view text)
{
    if (plain(text)) return folded(text);
    std::string out;
    while (!text.empty()) {
        const auto word = first_letters(text, bytes_in_word);
        if (!out.empty()) out += "\r\n ";
        out += "=?UTF-8?B?" + base64(word) + "?=";
        text.remove_prefix(word.size());
    }
    return out;
}

std::string encoded_phrase(std::string_view name)
{
    if (!plain(name) || name.size() > longest_value) {
        std::string out; // A long plain name too, because a quoted string is not folded.
        while (!name.empty()) {
            const auto word = first_letters(name, bytes_in_word);
            if (!out.empty()) out += "\r\n ";
            out += "=?UTF-8?B?" + base64(word) + "?=";
            name.remove_prefix(word.size());
        }
        return out;
    }
    std::string out = "\"";
    for (const char letter : name) {
        if (letter == '"' || letter == '\\') out += '\\';
        out += letter;
    }
    return out + "\"";
}

std::string encoded_parameter(std::string_view name, std::string_view value)
{
    const bool quotable = plain(value) && value.find_first_of("\"\\") == std::string_view::npos;
    if (quotable && value.size() <= longest_value)
        return std::string(";\r\n ").append(name).append("=\"").append(value).append("\"");
    std::string out;
    int number = 0;
    const bool one = percent(value).size() <= longest_value;
    while (!value.empty()) {
        const auto piece = one ? value : first_letters(value, longest_value / 3);
        out.append(";\r\n ").append(name);
        if (!one) out += "*" + std::to_string(number);
        out += number == 0 ? "*=UTF-8''" : "*=";
        out += percent(piece);
        value.remove_prefix(piece.size());
        ++number;
    }
    return out;
}

std::string base64_lines(std::string_view bytes)
{
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += bytes_in_line)
        out += base64(bytes.substr(at, bytes_in_line)) + "\r\n";
    return out;
}

std::string quoted_printable(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        write_line(out, line);
        out += "\r\n";
    }
    return out;
}

} // namespace amends::mail
