// SPDX-License-Identifier: Apache-2.0
#include "promise/tell_next_update.h"

#include "promise/promise_log.h"

namespace amends::promise {

Promise tell_next_update(const Ports& ports, const TellNextUpdate& wish)
{
    const Instant now = ports.clock.now();
    const Promise promise{.id = ports.ids.next<PromiseId>(),
                          .case_id = wish.case_id,
                          .kind = Kind::update,
                          .side = Side::us,
                          .made_by = wish.made_by,
                          .keeper_id = wish.keeper,
                          .beneficiary_id = wish.beneficiary,
                          .told_by = wish.told_by,
                          .made_at = now,
                          .due_at = wish.due_at,
                          .original_due_at = wish.due_at,
                          .basis = Basis::own_word};
    ports.promises.add(promise);
    ports.agenda.put(promise_due, static_cast<std::int64_t>(promise.id), promise.due_at);
    ports.events.append("promise.made", timeline::about("promise", promise.id, promise.case_id), logged(promise));
    return promise;
}

} // namespace amends::promise
