// SPDX-License-Identifier: Apache-2.0
// The desk's own settings and its mail lines.
#pragma once

#include "app/route_table.h"

namespace amends {

struct House;

void add_settings_routes(RouteTable& table, House& house);

} // namespace amends
