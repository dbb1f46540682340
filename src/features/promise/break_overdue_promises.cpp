// SPDX-License-Identifier: Apache-2.0
#include "promise/break_overdue_promises.h"

namespace amends::promise {

void break_overdue_promises(const Ports& ports)
{
    for (const Promise& promise : ports.promises.open_and_due_before(ports.clock.now()))
        if (ports.promises.change(promise, broken(promise)))
            ports.events.append("promise.broken", static_cast<std::int64_t>(promise.id), promise.due_at);
}

} // namespace amends::promise
