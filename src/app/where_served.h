// SPDX-License-Identifier: Apache-2.0
// Where people reach the desk. A desk that starts to serve writes it down, so that a command beside it, which is told
// no address, prints links that open.
#pragma once

#include "app/house.h"

namespace amends {

// "http://127.0.0.1:8080", "http://[::1]:8080".
[[nodiscard]] std::string http_address(const std::string& host, std::uint16_t port);

void remember_where_served(House& house);

// Nothing before the first start.
[[nodiscard]] std::optional<std::string> where_served(sql::Session& session);

} // namespace amends
