// SPDX-License-Identifier: Apache-2.0
// How a route's answer meets the database: read without a transaction, write in one that a refusal rolls back.
#pragma once

#include "app/desk.h"
#include "app/route_table.h"

#include <functional>

namespace amends {

// What a route does with the viewer's desk.
using DeskAnswer = std::function<http::Response(Desk&, const http::Request&, const Viewer&)>;

[[nodiscard]] Answer reads(House& house, DeskAnswer answer);
// One request is one transaction: reactions, events and the kept answer (Idempotency-Key) go with it; then the bell.
[[nodiscard]] Answer writes(House& house, DeskAnswer answer);

} // namespace amends
