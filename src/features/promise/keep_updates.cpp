// SPDX-License-Identifier: Apache-2.0
#include "promise/keep_updates.h"

#include "promise/record_promise.h"

namespace amends::promise {
namespace {

bool an_update_of_ours(const Promise& promise) { return promise.kind == Kind::update && promise.side == Side::us; }

} // namespace

void keep_updates(const Ports& ports, CaseId case_id, MessageId by, Instant sent_at)
{
    for (const Promise& promise : ports.promises.of_case(case_id)) {
        if (!an_update_of_ours(promise) || promise.told_by == by || promise.made_at > sent_at) continue;
        // Somebody who was faster has written the same.
        if (const auto fulfilled = fulfil(promise, sent_at))
            static_cast<void>(write_change(ports, promise, *fulfilled));
    }
}

void release_updates(const Ports& ports, CaseId case_id)
{
    for (const Promise& promise : ports.promises.of_case(case_id)) {
        if (!an_update_of_ours(promise)) continue;
        if (const auto released = release(promise, ports.desk.clock.now()))
            static_cast<void>(write_change(ports, promise, *released));
    }
}

} // namespace amends::promise
