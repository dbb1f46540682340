// SPDX-License-Identifier: Apache-2.0
// The words of HTML, line by line, with what its markup says of quotation and signature.
#pragma once

#include "platform/mail/html_tree.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace amends::mail {

enum class Mark : std::uint8_t {
    none,
    quoted,    // Within a block quotation; the text begins with "> ".
    signature, // Within what the mail program calls a signature.
    tail,      // From here on everything is quotation.
};

struct Line {
    std::string text{};
    Mark mark{};
};

[[nodiscard]] std::vector<Line> html_lines(const HtmlTree& html);

// For HTML that is too deep or too large to parse: tags taken out, the common entities put in.
[[nodiscard]] std::string stripped_of_tags(std::string_view html);

[[nodiscard]] std::vector<Line> plain_lines(std::string_view text);
[[nodiscard]] std::string text_of(std::span<const Line> lines);

} // namespace amends::mail
