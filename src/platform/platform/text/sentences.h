// SPDX-License-Identifier: Apache-2.0
// Sentences that the server itself says, by language and key, with blanks: "by {when}". A language that a set does not
// have is answered in English; what a blank is filled with is never searched for blanks again.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace amends::text {

struct Sentence {
    std::string_view language{};
    std::string_view key{};
    std::string_view text{};
};

struct Blank {
    std::string_view name{};
    std::string_view filling{};
};

class Sentences {
public:
    // The sentences outlive it: they are part of the program.
    explicit Sentences(std::span<const Sentence> sentences) : sentences_(sentences) {}

    [[nodiscard]] std::string say(std::string_view language, std::string_view key,
                                  std::span<const Blank> blanks = {}) const;

private:
    [[nodiscard]] const Sentence* find(std::string_view language, std::string_view key) const;

    std::span<const Sentence> sentences_;
};

} // namespace amends::text
