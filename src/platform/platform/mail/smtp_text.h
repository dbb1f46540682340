// SPDX-License-Identifier: Apache-2.0
// How mails and addresses are written for SMTP.
#pragma once

#include <string>
#include <string_view>

namespace amends::mail {

// Every line ends with CR LF, and a line that begins with a dot has it doubled: nothing inside can end the mail.
[[nodiscard]] std::string for_the_wire(std::string_view mail);
// Every line ends with CR LF.
[[nodiscard]] std::string with_crlf(std::string_view mail);

[[nodiscard]] std::string xtext(std::string_view text); // RFC 3461 section 4.

// A server's words, fit to be stored and shown: no control characters, no broken UTF-8, not endless.
[[nodiscard]] std::string in_plain_words(std::string_view text);

[[nodiscard]] bool ascii(std::string_view text);

} // namespace amends::mail
