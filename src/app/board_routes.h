// SPDX-License-Identifier: Apache-2.0
// The boards that a desk is led by: who is being forgotten, what was promised, and how well promises are kept.
#pragma once

#include "app/route_table.h"

namespace amends {

struct House;

void add_board_routes(RouteTable& table, House& house);

} // namespace amends
