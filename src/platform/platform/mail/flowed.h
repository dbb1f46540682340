// SPDX-License-Identifier: Apache-2.0
// Paragraphs whose lines were broken for old screens (format=flowed, RFC 3676) are put together again.
#pragma once

#include <string>
#include <string_view>

namespace amends::mail {

// `delete_space`: the blank at the end of a broken line is no part of the text (DelSp=yes).
[[nodiscard]] std::string unflowed(std::string_view text, bool delete_space);

} // namespace amends::mail
