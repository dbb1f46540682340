// SPDX-License-Identifier: Apache-2.0
// How letters beyond ASCII, and bytes of any kind, are written in the lines of a mail.
#pragma once

#include <string>
#include <string_view>

namespace amends::mail {

// RFC 2047: the text itself where it is plain ASCII, else encoded words, no line longer than 76.
[[nodiscard]] std::string encoded_words(std::string_view text);
// A display name: an encoded word, or a quoted string.
[[nodiscard]] std::string encoded_phrase(std::string_view name);
// RFC 2231: "; filename=…" with as many continuations as it takes.
[[nodiscard]] std::string encoded_parameter(std::string_view name, std::string_view value);

[[nodiscard]] std::string base64_lines(std::string_view bytes);
[[nodiscard]] std::string quoted_printable(std::string_view text); // Lines of the text end with LF or CR LF.

// Cut into pieces of at most so many bytes, never inside a letter.
[[nodiscard]] std::string_view first_letters(std::string_view text, std::size_t at_most);

} // namespace amends::mail
