// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "promise/promise_store.h"

namespace amends::promise {

// The timer's part: this is where a promise is broken. What is open and past its time is broken, for good; running it
// again does nothing.
void break_promise(const Ports& ports, PromiseId id);

} // namespace amends::promise
