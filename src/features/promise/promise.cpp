// SPDX-License-Identifier: Apache-2.0
#include "promise/promise.h"

#include <utility>

namespace amends::promise {
namespace {

// The timer may be late; the customer is not interested in that.
Promise as_it_stands(Promise promise, Instant at)
{
    if (promise.state == State::open && at > promise.due_at) return broken(std::move(promise));
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

} // namespace amends::promise
