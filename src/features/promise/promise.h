// SPDX-License-Identifier: Apache-2.0
// A promise is a dated statement by a maker to a beneficiary that something will happen by a time. It is never deleted,
// never reworded and never paused: it stays in sight until it is kept, broken, moved or released (I4).
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"

#include <optional>
#include <string>

namespace amends::promise {

enum class Kind : std::uint8_t { outcome, update, appointment };
BOOST_DESCRIBE_ENUM(Kind, outcome, update, appointment)

enum class Side : std::uint8_t { us, customer, partner };
BOOST_DESCRIBE_ENUM(Side, us, customer, partner)

enum class State : std::uint8_t { open, kept, broken, moved, released };
BOOST_DESCRIBE_ENUM(State, open, kept, broken, moved, released)

// An update is its own ground: that we write is in our hands.
enum class Basis : std::uint8_t { own_word, history, clause, fact, judgement };
BOOST_DESCRIBE_ENUM(Basis, own_word, history, clause, fact, judgement)

struct Promise {
    PromiseId id{};
    CaseId case_id{};
    Kind kind{};
    Side side{};
    std::optional<UserId> made_by{};   // None: a rule made it, in the acknowledgement.
    std::optional<UserId> keeper_id{}; // None: whoever holds the case.
    std::optional<PersonId> beneficiary_id{};
    std::optional<TextId> text_id{}; // None for an update: "you hear from us".
    std::optional<MessageId> told_by{};
    Instant made_at{};
    Instant due_at{};
    Instant original_due_at{};
    Basis basis{};
    std::optional<Instant> warned_at{};
    State state{};
    std::optional<Instant> ended_at{};
    std::optional<Instant> fulfilled_late_at{};
    std::optional<PromiseId> successor_id{};
};
BOOST_DESCRIBE_STRUCT(Promise, (),
                      (id, case_id, kind, side, made_by, keeper_id, beneficiary_id, text_id, told_by, made_at, due_at,
                       original_due_at, basis, warned_at, state, ended_at, fulfilled_late_at, successor_id))

// What has been promised was done at `at`. In time, it is kept; too late, it stays broken and remembers when.
[[nodiscard]] Result<Promise> fulfil(Promise promise, Instant at);

// What an open promise becomes when its time has passed: broken at its due time, for ever.
[[nodiscard]] Promise broken(Promise promise);

// By the beneficiary's own words, before it was due.
[[nodiscard]] Result<Promise> release(Promise promise, Instant at);

} // namespace amends::promise
