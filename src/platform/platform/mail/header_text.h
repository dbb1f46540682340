// SPDX-License-Identifier: Apache-2.0
// Text within header fields: encoded words (RFC 2047), parameters (RFC 2045, 2231) and whatever mail programs made of
// them. The outcome is one line of UTF-8 without control characters, so that nothing can be injected with it.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace amends::mail {

// Decodes a field's value; raw 8-bit text is read in `charset` unless it is valid UTF-8.
[[nodiscard]] std::string decoded(std::string_view value, std::string_view charset = {});

// "text/plain; charset=utf-8; name*0=...": the first word in lower case, and the parameters by their lower-case names.
struct Parametered {
    std::string value{};
    std::map<std::string, std::string> parameters{};

    [[nodiscard]] std::string parameter(const std::string& name) const;
};

[[nodiscard]] Parametered parametered(std::string_view value, std::string_view charset = {});

// A name of a file made harmless to show: no path, no control or direction characters, at most 200 letters.
[[nodiscard]] std::string safe_label(std::string_view name);

[[nodiscard]] std::string from_base64(std::string_view text);
[[nodiscard]] std::string from_quoted_printable(std::string_view text, bool in_header);

} // namespace amends::mail
