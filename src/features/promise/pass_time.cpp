// SPDX-License-Identifier: Apache-2.0
#include "promise/pass_time.h"

#include "promise/record_promise.h"

namespace amends::promise {
namespace {

void append(const Ports& ports, std::string type, const Promise& promise)
{
    ports.desk.events.append(std::move(type), timeline::about("promise", promise.id, promise.case_id),
                             payload_of(promise));
}

Result<void> break_it(const Ports& ports, const Promise& promise)
{
    if (!write_change(ports, promise, broken(promise)) || !owed(promise)) return {};
    return refresh_clock(ports, promise.case_id);
}

void ask_keeper(const Ports& ports, const Promise& promise)
{
    Promise asked = promise;
    asked.asked_at = ports.desk.clock.now();
    if (!ports.promises.change(promise, asked)) return;
    append(ports, "promise.at_risk", asked);
    put_timer(ports, asked);
}

} // namespace

Result<std::optional<Step>> pass_time(const Ports& ports, PromiseId id, Instant due_at)
{
    const auto promise = ports.promises.find(id);
    if (!promise || promise->state != State::open) return std::nullopt;
    const Instant now = ports.desk.clock.now();
    if (now >= breaks_at(*promise)) {
        if (due_at < breaks_at(*promise)) {
            put_timer(ports, *promise);
            return std::nullopt;
        }
        if (auto done = break_it(ports, *promise); !done) return std::unexpected(done.error());
        return Step::break_it;
    }
    const auto next = next_step(*promise, ports.desk.brand.times());
    if (now < next.at) {
        put_timer(ports, *promise);
        return std::nullopt;
    }
    if (next.step == Step::ask) ask_keeper(ports, *promise);
    else ports.desk.agenda.put(promise_due, static_cast<std::int64_t>(id), breaks_at(*promise));
    return next.step;
}

Result<Promise> confirm_promise(const Ports& ports, PromiseId id)
{
    const auto promise = ports.promises.find(id);
    if (!promise) return refuse(Refusal::not_found, "promise.not_found");
    if (promise->state != State::open) return refuse(Refusal::conflict, "promise.already_ended");
    Promise confirmed = *promise;
    confirmed.asked_at = promise->asked_at.value_or(ports.desk.clock.now());
    confirmed.answered_at = ports.desk.clock.now();
    if (!ports.promises.change(*promise, confirmed)) return refuse(Refusal::conflict, "promise.changed_meanwhile");
    append(ports, "promise.confirmed", confirmed);
    put_timer(ports, confirmed);
    return confirmed;
}

void mark_warned(const Ports& ports, PromiseId id, Instant at)
{
    const auto promise = ports.promises.find(id);
    if (!promise || promise->warned_at || at >= promise->due_at) return;
    Promise warned = *promise;
    warned.warned_at = at;
    if (!ports.promises.change(*promise, warned)) return;
    append(ports, "promise.warned", warned);
    if (warned.state == State::open) put_timer(ports, warned);
}

} // namespace amends::promise
