// SPDX-License-Identifier: Apache-2.0
// What SASL wants to be told: PLAIN (RFC 4616) and XOAUTH2, which Google and Microsoft speak.
#pragma once

#include <string>
#include <string_view>

namespace amends::mail {

[[nodiscard]] std::string base64(std::string_view bytes);

// In base64, ready for AUTH and AUTHENTICATE.
[[nodiscard]] std::string sasl_plain(std::string_view user, std::string_view password);
[[nodiscard]] std::string sasl_xoauth2(std::string_view user, std::string_view token);

} // namespace amends::mail
