// SPDX-License-Identifier: Apache-2.0
// How commands of SMTP and LMTP are written (RFC 5321 section 4.1): verbs, paths in angle brackets, parameters.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace amends::mail {

[[nodiscard]] std::string upper(std::string_view text); // Letters of ASCII only.

struct Path {
    std::string address{};
    std::map<std::string, std::string> parameters{}; // Names in capitals.
};

// Reads "FROM:<anna@customer.test> SIZE=100" when told "FROM:". Nothing when it is not written like that, or when the
// address holds what no address may: control characters, broken UTF-8, more than 512 bytes.
[[nodiscard]] std::optional<Path> path_of(std::string_view argument, std::string_view keyword);

// Whether an address may stand between angle brackets in a command of ours; T26: nothing that could end the line.
[[nodiscard]] bool safe_address(std::string_view address);

[[nodiscard]] bool valid_utf8(std::string_view text);
[[nodiscard]] bool controls(std::string_view text); // Any control character, CR and LF above all.

} // namespace amends::mail
