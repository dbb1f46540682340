// SPDX-License-Identifier: Apache-2.0
#include "promise/keep_updates.h"

#include "promise/promise_log.h"

namespace amends::promise {
namespace {

bool an_update_of_ours(const Promise& promise) { return promise.kind == Kind::update && promise.side == Side::us; }

void write(const Ports& ports, const Promise& before, const Promise& after)
{
    if (!ports.promises.change(before, after)) return;
    if (before.state == State::open) ports.agenda.strike(promise_due, static_cast<std::int64_t>(before.id));
    const auto* const type = after.state == State::kept       ? "promise.kept"
                             : after.state == State::released ? "promise.released"
                                                              : "promise.fulfilled_late";
    if (before.state == State::open && after.state == State::broken)
        ports.events.append("promise.broken", timeline::about("promise", before.id, before.case_id),
                            logged(broken(before)));
    ports.events.append(type, timeline::about("promise", before.id, before.case_id), logged(after));
}

} // namespace

void keep_updates(const Ports& ports, CaseId case_id, MessageId by, Instant sent_at)
{
    for (const Promise& promise : ports.promises.of_case(case_id)) {
        if (!an_update_of_ours(promise) || promise.told_by == by || promise.made_at > sent_at) continue;
        if (const auto fulfilled = fulfil(promise, sent_at)) write(ports, promise, *fulfilled);
    }
}

void release_updates(const Ports& ports, CaseId case_id)
{
    for (const Promise& promise : ports.promises.of_case(case_id)) {
        if (!an_update_of_ours(promise)) continue;
        if (const auto released = release(promise, ports.clock.now())) write(ports, promise, *released);
    }
}

} // namespace amends::promise
