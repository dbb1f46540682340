// SPDX-License-Identifier: Apache-2.0
// What can be picked out of a server's sentence: codes and addresses.
#pragma once

#include <string>
#include <string_view>

namespace amends::mail {

// "5.1.1" at `at`, not a part of an IP address or a version; empty when there is none.
[[nodiscard]] std::string status_at(std::string_view text, std::size_t at);

// The first enhanced status code of the text; one that says nothing ("5.0.0") only when there is no better.
[[nodiscard]] std::string status_in(std::string_view text);

// The reply code of SMTP, "550", where it stands alone.
[[nodiscard]] std::string reply_in(std::string_view text);

// The first address.
[[nodiscard]] std::string address_in(std::string_view text);

} // namespace amends::mail
