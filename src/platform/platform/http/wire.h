// SPDX-License-Identifier: Apache-2.0
// The head of a response as it goes over the wire, with the headers that guard every answer (security.md section 3).
#pragma once

#include "platform/http/message.h"

namespace amends::http {

struct Surroundings {
    std::string public_address{}; // "https://desk.example", as configured; never taken from a request.
    bool keep_alive = true;
};

// Status line and headers, with the empty line that ends them. `size` is that of what follows.
[[nodiscard]] std::string head_of(const Response& response, const Request& request, std::size_t size,
                                  const Surroundings& around);

} // namespace amends::http
