// SPDX-License-Identifier: Apache-2.0
// What the desk says when it refuses, from locales/refusals/.
#pragma once

#include <string_view>

namespace amends {

// In English when the language is not one of ours; empty when nobody has written the sentence.
[[nodiscard]] std::string_view refusal_sentence(std::string_view code, std::string_view language);

} // namespace amends
