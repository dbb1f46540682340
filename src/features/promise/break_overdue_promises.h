// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "promise/promise_store.h"

namespace amends::promise {

// The timer's part: what is open and past its time is broken, for good. Running it again does nothing.
void break_overdue_promises(const Ports& ports);

} // namespace amends::promise
