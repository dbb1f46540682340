// SPDX-License-Identifier: Apache-2.0
// Signing in, oneself, colleagues, teams, tokens.
#pragma once

#include "app/gate.h"
#include "platform/json/schema.h"

namespace amends {

void add_staff_routes(RouteTable& table, House& house, Gate& gate);

// What each of these addresses takes and gives.
[[nodiscard]] json::Shapes staff_shapes();

} // namespace amends
