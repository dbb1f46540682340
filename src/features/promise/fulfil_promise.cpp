// SPDX-License-Identifier: Apache-2.0
#include "promise/fulfil_promise.h"

namespace amends::promise {

Result<Promise> fulfil_promise(const Ports& ports, PromiseId id)
{
    const Instant now = ports.clock.now();
    const auto promise = ports.promises.find(id);
    if (!promise) return refuse(Refusal::not_found, "promise.not_found");
    AMENDS_TRY(auto fulfilled, fulfil(*promise, now));
    if (!ports.promises.change(*promise, fulfilled)) return refuse(Refusal::conflict, "promise.changed_meanwhile");
    const auto* const type = fulfilled.state == State::kept ? "promise.kept" : "promise.fulfilled_late";
    ports.events.append(type, static_cast<std::int64_t>(id), now);
    return fulfilled;
}

} // namespace amends::promise
