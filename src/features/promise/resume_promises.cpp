// SPDX-License-Identifier: Apache-2.0
#include "promise/resume_promises.h"

namespace amends::promise {

void resume_promises(const Ports& ports, CaseId of_case)
{
    for (const Promise& promise : ports.promises.of_case(of_case))
        if (promise.state == State::open)
            ports.agenda.put(promise_due, static_cast<std::int64_t>(promise.id), promise.due_at);
}

} // namespace amends::promise
