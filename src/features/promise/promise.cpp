// SPDX-License-Identifier: Apache-2.0
#include "promise/promise.h"

#include <fmt/format.h>

#include <utility>

namespace amends::promise {
namespace {

// The timer may be late; the customer is not interested in that.
Promise as_it_stands(Promise promise, Instant at)
{
    if (promise.state == State::open && at > breaks_at(promise)) return broken(std::move(promise));
    return promise;
}

} // namespace

Result<Promise> fulfil(Promise promise, Instant at)
{
    promise = as_it_stands(std::move(promise), at);
    if (promise.state == State::open) {
        promise.state = State::kept;
        promise.ended_at = at;
        return promise;
    }
    if (promise.state == State::broken && !promise.fulfilled_late_at) {
        promise.fulfilled_late_at = at;
        return promise;
    }
    return refuse(Refusal::conflict, "promise.already_ended");
}

Promise broken(Promise promise)
{
    promise.state = State::broken;
    promise.ended_at = promise.due_at;
    return promise;
}

Result<Promise> release(Promise promise, Instant at)
{
    promise = as_it_stands(std::move(promise), at);
    if (promise.state != State::open) return refuse(Refusal::conflict, "promise.already_ended");
    promise.state = State::released;
    promise.ended_at = at;
    return promise;
}

Result<Moved> move(Promise promise, PromiseId successor, Instant due_at, Instant at)
{
    promise = as_it_stands(std::move(promise), at);
    if (promise.state != State::open) return refuse(Refusal::conflict, "promise.already_ended");
    if (due_at <= at) return refuse(Refusal::invalid, "promise.due_in_past", "due_at");
    Promise next = promise;
    next.id = successor;
    next.made_at = at;
    next.due_at = due_at;
    next.warned_at = next.asked_at = next.answered_at = std::nullopt;
    promise.state = State::moved;
    promise.ended_at = at;
    promise.successor_id = successor;
    return Moved{std::move(promise), std::move(next)};
}

std::string payload_of(const Promise& promise)
{
    const auto millis = [](Instant at) { return at.time_since_epoch().count(); };
    auto text = fmt::format(R"({{"kind":"{}","side":"{}","basis":"{}","made_at":{},"due_at":{},"original_due_at":{})",
                            name_of(promise.kind), name_of(promise.side), name_of(promise.basis),
                            millis(promise.made_at), millis(promise.due_at), millis(promise.original_due_at));
    const auto add = [&](std::string_view name, const std::optional<Instant>& at) {
        if (at) text += fmt::format(R"(,"{}":{})", name, millis(*at));
    };
    add("warned_at", promise.warned_at);
    add("ended_at", promise.ended_at);
    add("fulfilled_late_at", promise.fulfilled_late_at);
    add("honest_at", promise.honest_at);
    return text + '}';
}

} // namespace amends::promise
