// SPDX-License-Identifier: Apache-2.0
// The words by which a text is found, the same for both databases: they see tokens of small letters and digits, never a
// text of ours, so both find the same.
//
// A word gives its strongly folded form and, where it differs, its stem. What is written as one thing gives that thing
// and its parts: maria@example.com, AM-24817, 10.50, "می‌خواهم", +358 40 123 4567. Scripts without spaces are
// cut by ICU. A text must be composed (see letters.h); search_tokens() and parse_query() see to that themselves.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace amends::text {

enum class Role : std::uint8_t {
    word,
    whole, // Several words written as one thing.
    part,  // A word within a whole.
    tail,  // The end of a telephone number, which is the same with and without country code.
};

struct Token {
    std::string text{};
    std::string stem{}; // Empty when it is the text.
    std::size_t begin{};
    std::size_t end{}; // Bytes of the source.
    Role role{};
};

// A language that has no stemmer: words as they are.
inline constexpr std::string_view no_stems = "-";

// The language is an ISO 639 code or empty; Latin words of a text in another script are stemmed as English.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text, std::string_view language);

// Each token once, joined by spaces. Reads the first 256 KiB of a text.
[[nodiscard]] std::string search_tokens(std::string_view text, std::string_view language);

} // namespace amends::text
