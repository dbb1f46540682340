// SPDX-License-Identifier: Apache-2.0
// Finds where another mail begins within a text: "On Monday Bob wrote:", "-----Original Message-----", "From: ... Sent:
// ...".
#pragma once

#include "platform/mail/html_text.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace amends::mail {

struct Introduction {
    std::size_t end = 0;    // The line behind it; 0 when there is none.
    std::string own_text{}; // What the writer wrote on the same line, before it.
};

[[nodiscard]] Introduction introduction_at(std::span<const Line> lines, std::size_t at);

// "> wrote:" ends an address that was broken at its last letter; it is no quoted line.
[[nodiscard]] bool closes_bracket(std::string_view before, std::string_view line);

// "-----Original Message-----" in any language that we know.
[[nodiscard]] bool opens_other_mail(std::string_view line);

// A block of header lines as Outlook puts above what it quotes.
[[nodiscard]] bool is_reply_header(std::span<const Line> lines, std::size_t at);

} // namespace amends::mail
