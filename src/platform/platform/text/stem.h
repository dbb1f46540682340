// SPDX-License-Identifier: Apache-2.0
// The part of a word that its forms share. Languages that have a stemmer are those of libstemmer, by their ISO 639
// code; Persian has suffixes taken off by rules of our own that would rather leave one on than spoil a word.
#pragma once

#include <string>
#include <string_view>

namespace amends::text {

// Takes a lightly folded word and answers its stem strongly folded; the word itself, folded, when there is no stemmer.
[[nodiscard]] std::string stem_of(std::string_view light, std::string_view language);

// Takes and answers strongly folded text.
[[nodiscard]] std::string_view persian_stem_of(std::string_view strong);

} // namespace amends::text
