// SPDX-License-Identifier: Apache-2.0
// Words and phrases with what they mean, looked up in a text. They are written as people write them and compared
// strongly folded (see letters.h), so accents, capitals, half-spaces and Arabic spellings do not matter. A * at an end
// of a word stands for any letters: "perjantai*" is every form of Friday. A look-up reads each word of a text a bounded
// number of times.
#pragma once

#include "platform/text/words.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace amends::text {

struct Meaning {
    std::uint8_t sort{};
    std::string_view phrases{}; // "end of|close of": parted by bars.
    int value{};
};

struct Match {
    std::uint8_t sort{};
    int value{};
    std::size_t words{}; // How many words it takes.
};

class Lexicon {
public:
    explicit Lexicon(std::span<const Meaning> meanings);

    // Everything that begins with the word at `at`, the longest first.
    [[nodiscard]] std::vector<Match> matches(std::span<const Word> words, std::size_t at) const;

private:
    struct Pattern {
        std::string text{};
        bool any_before{};
        bool any_after{};
    };
    struct Phrase {
        std::vector<Pattern> patterns{};
        std::uint8_t sort{};
        int value{};
    };

    static Pattern pattern_of(std::string_view written);
    static bool fits(const Pattern& pattern, std::string_view word);
    void add(std::string_view phrase, const Meaning& meaning);
    void try_phrase(std::size_t phrase, std::span<const Word> rest, std::vector<Match>& found) const;

    std::vector<Phrase> phrases_{};
    std::unordered_map<std::string, std::vector<std::size_t>> by_first_word_{};
    std::vector<std::size_t> open_{}; // Phrases whose first word has a *.
};

} // namespace amends::text
