// SPDX-License-Identifier: Apache-2.0
// Authentication-Results (RFC 8601): what mail servers on the way say of the sender. Anybody can write this header, so
// its reader believes only the authserv-id of the border server, and only when that server strips forged ones.
#pragma once

#include "platform/mail/inbound.h"

#include <string_view>
#include <vector>

namespace amends::mail {

// One entry per method of one header; none when it is malformed, or says "none".
[[nodiscard]] std::vector<Authenticated> authentication_results(std::string_view value);

} // namespace amends::mail
