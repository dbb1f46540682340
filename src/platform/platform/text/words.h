// SPDX-License-Identifier: Apache-2.0
// The first step from a text to its tokens: where the words are, and which of them are written as one thing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace amends::text {

enum class Script : std::uint8_t { other, latin, greek, arabic };

struct Word {
    std::size_t begin{};
    std::size_t end{};
    std::string light{};
    std::string strong{};
    Script script{};
    bool digits_only{};
    bool letters_and_digits{};
    bool half_space{};
    // Joined to the word before it by one of @ . - _ / ' and the like.
    bool joined{};
};

// Words longer than 64 bytes are cut: nobody types them, and something that is no word at all may be megabytes long.
[[nodiscard]] std::vector<Word> words_of(std::string_view text);

} // namespace amends::text
