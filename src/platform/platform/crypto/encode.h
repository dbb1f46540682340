// SPDX-License-Identifier: Apache-2.0
// Bytes as text for links, addresses and people. Reading is strict: one value has one spelling, so a token that was
// altered in any way is another token.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace amends::crypto {

[[nodiscard]] std::string hex(std::string_view bytes); // Small letters.

// RFC 4648 section 5, without padding.
[[nodiscard]] std::string base64url(std::string_view bytes);
[[nodiscard]] std::optional<std::string> from_base64url(std::string_view text);

// RFC 4648 section 6, without padding: survives addresses whose letters a mail server makes small, and being read
// aloud.
[[nodiscard]] std::string base32(std::string_view bytes);
[[nodiscard]] std::string base32_lower(std::string_view bytes);
// Takes letters of either size.
[[nodiscard]] std::optional<std::string> from_base32(std::string_view text);

} // namespace amends::crypto
