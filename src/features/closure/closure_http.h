// SPDX-License-Identifier: Apache-2.0
// The end of a case over HTTP, as Results: the caller writes the answer's view.
#pragma once

#include "closure/resolve_case.h"
#include "platform/http/message.h"
#include "platform/json/schema.h"

namespace amends::closure {

[[nodiscard]] Result<cases::Case> post_resolution(const Ports& ports, const http::Request& request);
// An agent heard it from the customer.
[[nodiscard]] Result<cases::Case> post_closure(const Ports& ports, const http::Request& request);
[[nodiscard]] Result<cases::Case> post_reopening(const Ports& ports, const http::Request& request);

// What each of these addresses takes and gives.
[[nodiscard]] json::Shapes shapes();

} // namespace amends::closure
