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

// By what the beneficiary came to know of it: a message has a row of its own, of the rest somebody made a record.
enum class ToldHow : std::uint8_t { message, call, in_person, letter, page };
BOOST_DESCRIBE_ENUM(ToldHow, message, call, in_person, letter, page)

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
    ToldHow told_how{};
    std::optional<std::string> partner{};      // Whose promise it is when its side is a partner.
    std::optional<TextId> ground_id{};         // The clause, the fact or the reason that its basis names.
    std::optional<std::int64_t> history_n{};   // Earlier cases that were looked at when it was made.
    std::optional<Instant> honest_at{};        // What they support at eight in ten.
    std::optional<TextId> evidence_id{};       // Of the deed.
    std::optional<TextId> agreed_id{};         // The beneficiary's words by which it was moved or released,
    std::optional<MessageId> agreed_message{}; // or the message that holds them.
    std::optional<Instant> asked_at{};         // At risk: "keep, move or hand over?"
    std::optional<Instant> answered_at{};      // "Keep."
};
BOOST_DESCRIBE_STRUCT(Promise, (),
                      (id, case_id, kind, side, made_by, keeper_id, beneficiary_id, text_id, told_by, made_at, due_at,
                       original_due_at, basis, warned_at, state, ended_at, fulfilled_late_at, successor_id, told_how,
                       partner, ground_id, history_n, honest_at, evidence_id, agreed_id, agreed_message, asked_at,
                       answered_at))

// A result or a call that we owe: what an end of the case may not leave open.
[[nodiscard]] inline bool owed(const Promise& promise)
{
    return promise.side == Side::us && promise.kind != Kind::update && promise.state == State::open;
}

// A call that begins a quarter of an hour late is late, and still the call that was agreed (decisions.md 5).
inline constexpr auto appointment_grace = std::chrono::minutes(15);
[[nodiscard]] inline Instant breaks_at(const Promise& promise)
{
    return promise.kind == Kind::appointment ? promise.due_at + appointment_grace : promise.due_at;
}

// What has been promised was done at `at`. In time, it is kept; too late, it stays broken and remembers when.
[[nodiscard]] Result<Promise> fulfil(Promise promise, Instant at);

// What an open promise becomes when its time has passed: broken at its due time, for ever.
[[nodiscard]] Promise broken(Promise promise);

// By the beneficiary's own words, before it was due.
[[nodiscard]] Result<Promise> release(Promise promise, Instant at);

// What the beneficiary agrees to, before it was due: the old one is moved, its successor is due later and remembers the
// first date. Telling alone moves nothing.
struct Moved {
    Promise old{};
    Promise successor{};
};
[[nodiscard]] Result<Moved> move(Promise promise, PromiseId successor, Instant due_at, Instant at);

// What may be written down of a promise in the log: names, ids and times, as a JSON object.
[[nodiscard]] std::string payload_of(const Promise& promise);

} // namespace amends::promise
