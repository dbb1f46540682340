// SPDX-License-Identifier: Apache-2.0
// amends text explain: everything the desk believes about texts, one line of JSON each, in the order of the file. What
// the screens say and what this prints come from the same functions.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace amends::app {

struct TextMoment {
    std::string now{};  // 2026-06-02T10:00, by the clock of the zone.
    std::string zone{}; // Europe/Helsinki
};

// A line is {"id", "lang", "text"}; what else stands in it is passed over. Without lang the language is found.
[[nodiscard]] Result<std::string> explained_text(std::string_view line, const TextMoment& moment);

// Answers 1 when there is no such file, or a line in it that cannot be read.
[[nodiscard]] int text_explain(const std::string& path, const TextMoment& moment);

} // namespace amends::app
