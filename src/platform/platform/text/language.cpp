// SPDX-License-Identifier: Apache-2.0
#include "platform/text/language.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>

namespace amends::text {

namespace {

constexpr std::size_t enough = 20'000; // More text makes the answer no better.

// The length of the letter at `at`, by its first byte.
std::size_t letter_length(unsigned char first)
{
    if (first < 0xC0) return 1;
    if (first < 0xE0) return 2;
    return first < 0xF0 ? 3 : 4;
}

struct Letters {
    std::size_t right_to_left = 0, left_to_right = 0;
};

// Hebrew, Arabic and their neighbours are U+0590 to U+08FF, or U+FB1D to U+FEFF: lead bytes D6 to E0 A3, EF AC to EF
// BB.
Letters count(std::string_view text)
{
    Letters found;
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<unsigned char>(text[at]);
        const auto second = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
        const bool rtl = (first == 0xD6 && second >= 0x90) || (first > 0xD6 && first < 0xE0) ||
                         (first == 0xE0 && second < 0xA4) || (first == 0xEF && second >= 0xAC && second <= 0xBB);
        const auto small = first | 0x20U;
        if (rtl) ++found.right_to_left;
        else if ((small >= 'a' && small <= 'z') || first >= 0xC3) ++found.left_to_right;
        at += letter_length(first);
    }
    return found;
}

} // namespace

Language language_of(std::string_view text)
{
    text = text.substr(0, enough);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.remove_suffix(1);
    if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0U) text.remove_suffix(1);

    Language found;
    const auto letters = count(text);
    found.right_to_left = letters.right_to_left > letters.left_to_right;

    bool reliable = false;
    const auto language = CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), true, &reliable);
    if (reliable && language != CLD2::UNKNOWN_LANGUAGE) found.code = CLD2::LanguageCode(language);
    return found;
}

} // namespace amends::text
