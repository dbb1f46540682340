// SPDX-License-Identifier: Apache-2.0
#include "promise/fulfil_promise.h"

#include "promise/promise_log.h"

namespace amends::promise {

Result<Promise> fulfil_promise(const Ports& ports, PromiseId id)
{
    const auto promise = ports.promises.find(id);
    if (!promise) return refuse(Refusal::not_found, "promise.not_found");
    // News is given by writing, not by ticking a box.
    if (promise->kind == Kind::update) return refuse(Refusal::conflict, "promise.update_needs_message");
    AMENDS_TRY(auto fulfilled, fulfil(*promise, ports.clock.now()));
    if (!ports.promises.change(*promise, fulfilled)) return refuse(Refusal::conflict, "promise.changed_meanwhile");
    ports.agenda.strike(promise_due, static_cast<std::int64_t>(id));
    const auto* const type = fulfilled.state == State::kept ? "promise.kept" : "promise.fulfilled_late";
    ports.events.append(type, timeline::about("promise", id, promise->case_id), logged(fulfilled));
    return fulfilled;
}

} // namespace amends::promise
