// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/encode.h"

#include <cstdint>

namespace amends::crypto {
namespace {

constexpr std::string_view digits16 = "0123456789abcdef";
constexpr std::string_view digits64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view digits32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::string_view digits32_lower = "abcdefghijklmnopqrstuvwxyz234567";

std::string encoded(std::string_view bytes, std::string_view digits, unsigned bits_each)
{
    const std::uint32_t mask = (1U << bits_each) - 1;
    std::string text;
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (const char byte : bytes) {
        held = (held << 8U) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= bits_each; bits -= bits_each) text += digits[(held >> (bits - bits_each)) & mask];
    }
    if (bits > 0) text += digits[(held << (bits_each - bits)) & mask];
    return text;
}

std::optional<std::string> decoded(std::string_view text, std::string_view digits, unsigned bits_each)
{
    std::string bytes;
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (const char letter : text) {
        const auto digit = digits.find(letter);
        if (digit == std::string_view::npos) return std::nullopt;
        held = (held << bits_each) | static_cast<std::uint32_t>(digit);
        bits += bits_each;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>((held >> bits) & 0xffU);
    }
    // What is left over must be less than a digit, and empty.
    if (bits >= bits_each || (held & ((1U << bits) - 1)) != 0) return std::nullopt;
    return bytes;
}

} // namespace

std::string hex(std::string_view bytes) { return encoded(bytes, digits16, 4); }

std::string base64url(std::string_view bytes) { return encoded(bytes, digits64, 6); }

std::optional<std::string> from_base64url(std::string_view text) { return decoded(text, digits64, 6); }

std::string base32(std::string_view bytes) { return encoded(bytes, digits32, 5); }

std::string base32_lower(std::string_view bytes) { return encoded(bytes, digits32_lower, 5); }

std::optional<std::string> from_base32(std::string_view text)
{
    std::string small(text);
    for (char& letter : small)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return decoded(small, digits32_lower, 5);
}

} // namespace amends::crypto
