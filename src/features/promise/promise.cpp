// SPDX-License-Identifier: Apache-2.0
#include "promise/promise.h"

#include <utility>

namespace amends::promise {

Result<Promise> make(MakePromise wish, Instant now)
{
    if (wish.text.empty()) return refuse(Refusal::invalid, "promise.text_missing", "text");
    if (wish.due_at <= now) return refuse(Refusal::invalid, "promise.due_in_past", "due_at");

    return Promise{.case_id = wish.case_id, .text = std::move(wish.text), .due_at = wish.due_at};
}

Result<Promise> fulfil(Promise promise, Instant now)
{
    // The timer may be late; the customer is not interested in that.
    if (promise.state == State::open && now > promise.due_at) promise = broken(std::move(promise));

    if (promise.state == State::open) {
        promise.state = State::kept;
        promise.ended_at = now;
        return promise;
    }
    if (promise.state == State::broken && !promise.fulfilled_late_at) {
        promise.fulfilled_late_at = now;
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

} // namespace amends::promise
