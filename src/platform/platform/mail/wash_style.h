// SPDX-License-Identifier: Apache-2.0
// The style attribute of a mail's element: colours, fonts, text, borders and spacing; nothing that loads, covers or
// moves.
#pragma once

#include <string>
#include <string_view>

namespace amends::mail {

[[nodiscard]] std::string washed_style(std::string_view style);

} // namespace amends::mail
