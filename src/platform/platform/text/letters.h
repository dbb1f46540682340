// SPDX-License-Identifier: Apache-2.0
// What search knows about single characters, for every script. Two foldings: *light* forgets case and compatibility
// forms only, which is what a stemmer wants to see; *strong* also forgets diacritics (ä is a, ø is o, ύ is υ), the
// Arabic spellings of Persian letters (ي is ی, ك is ک, ة is ه), vowel signs and the scripts of digits, so that what is
// typed without them still finds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace amends::text {

enum class Kind : std::uint8_t {
    none, // Separates words.
    letter,
    digit,
    mark,       // Belongs to the letter before it.
    silent,     // Within a word it is as if it were not there: soft hyphen, kashida, marks of direction.
    half_space, // U+200C, which Persian writes within a word.
    unspaced,   // A letter of a script that writes no spaces between words.
};

// The next code point of UTF-8; U+FFFD for what is not UTF-8. Moves `at` on by at least one byte.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);

[[nodiscard]] std::size_t code_points(std::string_view text);

[[nodiscard]] Kind kind_of(char32_t letter);
void append_light(std::string& to, char32_t letter);
void append_strong(std::string& to, char32_t letter);
[[nodiscard]] std::string strongly_folded(std::string_view text);

[[nodiscard]] bool greek(char32_t letter);
[[nodiscard]] bool arabic(char32_t letter);

// Letters and their marks joined into one code point where there is one (NFC). Costs next to nothing when they are.
[[nodiscard]] std::string composed(std::string_view text);

} // namespace amends::text
