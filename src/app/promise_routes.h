// SPDX-License-Identifier: Apache-2.0
// Promises, and what the desk can honestly say of a case, over HTTP.
#pragma once

#include "app/requests.h"
#include "platform/json/schema.h"

namespace amends {

void add_promise_routes(RouteTable& table, House& house);
[[nodiscard]] json::Shapes promise_shapes();

} // namespace amends
