// SPDX-License-Identifier: Apache-2.0
// Which language a text is written in.
#pragma once

#include <string>
#include <string_view>

namespace amends::text {

struct Language {
    std::string code{}; // ISO 639, "en", "fi", "el", "fa", ...; empty when it is not sure.
    bool right_to_left = false;
};

// Short, mixed or transliterated text ("Greeklish") has no language rather than a wrong one.
[[nodiscard]] Language language_of(std::string_view text);

} // namespace amends::text
