// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desk.h"

namespace amends {

// What follows from an event, in the same transaction. The whole of it is one table in reactions.cpp.
void react(Desk& desk, const timeline::Event& event);

} // namespace amends
