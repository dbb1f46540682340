// SPDX-License-Identifier: Apache-2.0
// What leaves the desk, and what warns it: replies, drafts, files, signals.
#pragma once

#include "app/requests.h"

namespace amends {

void add_reply_routes(RouteTable& table, House& house);

} // namespace amends
