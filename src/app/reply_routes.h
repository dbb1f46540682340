// SPDX-License-Identifier: Apache-2.0
// What leaves the desk, and what warns it: replies, drafts, files, signals.
#pragma once

#include "app/requests.h"
#include "platform/json/schema.h"

namespace amends {

void add_reply_routes(RouteTable& table, House& house);

// What each of these addresses takes and gives.
[[nodiscard]] json::Shapes reply_shapes();

} // namespace amends
