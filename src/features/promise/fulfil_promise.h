// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "promise/promise_store.h"

namespace amends::promise {

// An agent says that what was promised has been done.
[[nodiscard]] Result<Promise> fulfil_promise(const Ports& ports, PromiseId id);

} // namespace amends::promise
