// SPDX-License-Identifier: Apache-2.0
#include "promise/break_promise.h"

#include "promise/promise_log.h"

namespace amends::promise {

void break_promise(const Ports& ports, PromiseId id)
{
    const auto promise = ports.promises.find(id);
    if (!promise || promise->state != State::open || ports.clock.now() < promise->due_at) return;
    if (ports.promises.change(*promise, broken(*promise)))
        ports.events.append("promise.broken", timeline::about("promise", id, promise->case_id),
                            logged(broken(*promise)));
}

} // namespace amends::promise
