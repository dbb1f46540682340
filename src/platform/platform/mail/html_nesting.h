// SPDX-License-Identifier: Apache-2.0
// Looks at hostile HTML before a real parser does. The parser is quadratic in depth (20,000 nested elements take
// seconds), and it opens elements that were never closed again and again (a few hundred unclosed <b> and many <p> fill
// the memory), and it compares each attribute with all others of its tag. One linear pass tells upper bounds for all.
#pragma once

#include <cstddef>
#include <string_view>

namespace amends::mail {

// Whether parsing stays cheap: never deeper than `depth`, and not too much of anything else.
[[nodiscard]] bool shallow(std::string_view html, std::size_t depth);

} // namespace amends::mail
