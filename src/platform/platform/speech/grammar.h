// SPDX-License-Identifier: Apache-2.0
// What a language has of its own: the words, and where in a clause the verb is by which the writer says what we will
// do.
#pragma once

#include "platform/speech/clauses.h"

#include <optional>

namespace amends::speech {

struct Grammar {
    std::string_view language{};
    const text::Lexicon* lexicon{};
    std::optional<std::size_t> (*deed)(const Clause&){};
    bool (*readers_turn)(const Clause&){}; // After "once": it is the reader who has to act first.
};

[[nodiscard]] const Grammar& english();
[[nodiscard]] const Grammar& finnish();
[[nodiscard]] const Grammar& greek();
[[nodiscard]] const Grammar& persian();

} // namespace amends::speech
