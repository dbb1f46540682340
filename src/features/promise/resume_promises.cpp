// SPDX-License-Identifier: Apache-2.0
#include "promise/resume_promises.h"

#include "promise/record_promise.h"

namespace amends::promise {

void resume_promises(const Ports& ports, CaseId of_case)
{
    for (const Promise& promise : ports.promises.of_case(of_case))
        if (promise.state == State::open) put_timer(ports, promise);
}

} // namespace amends::promise
