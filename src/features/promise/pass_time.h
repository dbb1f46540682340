// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "promise/promise_store.h"
#include "promise/risk.h"

namespace amends::promise {

// The timer's part. This is where a promise is broken: what is open and past its time is broken, for good. Before that
// its keeper is asked, and then whoever was promised is to be told; telling is the caller's, who writes letters.
// Answers what was due now; running it again does nothing. What was to ask or tell at `due_at`, and finds the promise
// over, leaves the breaking to a timer of its own: that one knows how late it is.
[[nodiscard]] Result<std::optional<Step>> pass_time(const Ports& ports, PromiseId id, Instant due_at);

// "I will keep it": nobody is told anything, and the promise stands as it is.
[[nodiscard]] Result<Promise> confirm_promise(const Ports& ports, PromiseId id);

// The beneficiary has been told before it broke; that moves nothing.
void mark_warned(const Ports& ports, PromiseId id, Instant at);

} // namespace amends::promise
