// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "promise/promise_store.h"

namespace amends::promise {

// An agent gives a customer a date.
[[nodiscard]] Result<Promise> make_promise(const Ports& ports, MakePromise wish);

} // namespace amends::promise
