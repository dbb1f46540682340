// SPDX-License-Identifier: Apache-2.0
// Bytes of any character set to UTF-8, once and for all: what is invalid becomes U+FFFD, U+0000 is removed.
#pragma once

#include <string>
#include <string_view>

namespace amends::mail {

// Believes valid UTF-8 more than a label of a single-byte set that contradicts it, and any label that is known more
// than none. An unknown or missing label: UTF-8 when valid, else windows-1252.
[[nodiscard]] std::string to_utf8(std::string_view bytes, std::string_view charset);

// For raw text without a label of its own; `charset` is a hint. Text of mostly 8-bit letters is looked at: Chinese and
// Cyrillic headers are often marked as Latin by a program in between.
[[nodiscard]] std::string guessed_utf8(std::string_view bytes, std::string_view charset);

[[nodiscard]] bool is_utf8(std::string_view bytes);

// Whether a converter of that name exists.
[[nodiscard]] bool is_charset(std::string_view charset);

// Repairs UTF-8: invalid bytes become U+FFFD, U+0000 is removed.
[[nodiscard]] std::string mended(std::string_view text);

// At most so many bytes from the start, without cutting a letter in two.
[[nodiscard]] std::string_view whole_letters(std::string_view text, std::size_t most);

// Appends one code point.
void append_utf8(std::string& out, char32_t letter);

// Reads one code point at `at` of valid UTF-8 and moves behind it; U+FFFD where it is invalid.
[[nodiscard]] char32_t next_letter(std::string_view text, std::size_t& at);

} // namespace amends::mail
