// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/house.h"
#include "app/route_table.h"

namespace amends {

// Every address the desk knows, with the act that asking for it is. House and gate must outlive the table.
[[nodiscard]] RouteTable routes(House& house, Gate& gate);

} // namespace amends
