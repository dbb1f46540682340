// SPDX-License-Identifier: Apache-2.0
// What each carries, and how work goes from one to another.
#pragma once

#include "app/requests.h"
#include "platform/json/schema.h"

namespace amends {

void add_workload_routes(RouteTable& table, House& house);

[[nodiscard]] json::Shapes workload_shapes();

// Somebody has come or gone: their work is for others when they have been away for too long of their own shifts.
void mind_absence(Desk& desk, UserId of);
void absence_passed(Desk& desk, UserId of);

// The timer of occupancy: whether those who answer are too busy, and have been for too long.
void watch_occupancy(Desk& desk);

// Somebody has left: what was in their hands is for others now. In a transaction of its own.
void bring_work_back(House& house, BrandId brand, timeline::Actor actor, UserId from);

} // namespace amends
