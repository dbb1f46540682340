// SPDX-License-Identifier: Apache-2.0
// Signing in, oneself, colleagues, teams, tokens.
#pragma once

#include "app/gate.h"

namespace amends {

void add_staff_routes(RouteTable& table, House& house, Gate& gate);

} // namespace amends
