// SPDX-License-Identifier: Apache-2.0
// What somebody looks for. Every term must be found; a term is found by any of its ways: the word as it is, its stem in
// the languages it may be of, the whole of "AM-24817" or its parts. The last word may be unfinished.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace amends::text {

struct Wanted {
    std::string text{};
    bool beginning{}; // Any token that begins like this will do.
    bool stem{};      // Not as it was typed.

    friend bool operator==(const Wanted&, const Wanted&) = default;
};

using Way = std::vector<Wanted>; // All of these.

struct Term {
    std::vector<Way> ways{};

    friend bool operator==(const Term&, const Term&) = default;
};

struct Query {
    std::vector<Term> terms{};

    [[nodiscard]] bool empty() const { return terms.empty(); }
    friend bool operator==(const Query&, const Query&) = default;
};

// The language is that of the person who asks, or empty. More than 16 terms are not looked for.
[[nodiscard]] Query parse_query(std::string_view text, std::string_view language);

// A line of the text around what was found, each find between ⟦ and ⟧; the beginning of the text when nothing was.
[[nodiscard]] std::string snippet_of(std::string_view text, const Query& query);

} // namespace amends::text
