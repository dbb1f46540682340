// SPDX-License-Identifier: Apache-2.0
// A promise is a dated statement to a customer that something will happen by a time.
// It is never deleted and never reworded: it stays in sight until it is kept, broken, moved or released.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"

#include <optional>
#include <string>

namespace amends::promise {

enum class State : std::uint8_t { open, kept, broken, moved, released };
BOOST_DESCRIBE_ENUM(State, open, kept, broken, moved, released)

struct Promise {
    PromiseId id{};
    CaseId case_id{};
    std::string text{};
    Instant due_at{};
    State state{};
    std::optional<Instant> ended_at{};
    std::optional<Instant> fulfilled_late_at{};
};
BOOST_DESCRIBE_STRUCT(Promise, (), (id, case_id, text, due_at, state, ended_at, fulfilled_late_at))

struct MakePromise {
    CaseId case_id{};
    std::string text{};
    Instant due_at{};
};
BOOST_DESCRIBE_STRUCT(MakePromise, (), (case_id, text, due_at))

// Refuses an empty promise and one that is due already: both are false the moment they are made.
[[nodiscard]] Result<Promise> make(MakePromise wish, Instant now);

// What was promised has been done. In time, it is kept; too late, it stays broken and remembers when it was done.
[[nodiscard]] Result<Promise> fulfil(Promise promise, Instant now);

// What an open promise becomes when its time has passed.
[[nodiscard]] Promise broken(Promise promise);

} // namespace amends::promise
