// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "promise/promise_store.h"

namespace amends::promise {

// An agent says that what was promised has been done, and by what one can see it: that is asked of a result of ours. A
// call or a visit speaks for itself.
[[nodiscard]] Result<Promise> fulfil_promise(const Ports& ports, PromiseId id, std::string_view evidence);

} // namespace amends::promise
