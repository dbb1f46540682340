// SPDX-License-Identifier: Apache-2.0
// The OpenAPI 3.1 description of the interface, made of the route table itself and of the structs that are read and
// written: an address that is served is described, and one that is not is not.
#pragma once

#include "app/route_table.h"

#include <string>

namespace amends {

[[nodiscard]] std::string openapi_text(const RouteTable& table);

} // namespace amends
