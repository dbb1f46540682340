// SPDX-License-Identifier: Apache-2.0
// Who takes what next, and who can take how much.
#pragma once

#include "app/requests.h"
#include "platform/json/schema.h"

namespace amends {

void add_queue_routes(RouteTable& table, House& house);

[[nodiscard]] json::Shapes queue_shapes();

} // namespace amends
