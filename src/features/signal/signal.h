// SPDX-License-Identifier: Apache-2.0
// A signal is a warning made by a detector: an item that somebody must own and explain. About one subject a detector
// has one open signal at a time, however often it sees the same thing.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"

#include <optional>
#include <string>

namespace amends::signal {

enum class State : std::uint8_t { open, owned, explained };
BOOST_DESCRIBE_ENUM(State, open, owned, explained)

struct Signal {
    SignalId id{};
    std::string detector{};     // "unconfirmed_send"
    std::string subject_kind{}; // "recipient"
    std::int64_t subject{};
    std::optional<CaseId> case_id{};
    std::string evidence{};           // A JSON object of ids, codes, numbers and times.
    std::optional<UserId> owner_id{}; // Whom it is for; while it is open they have not taken it yet.
    State state{};
    Instant opened_at{};
    std::optional<Instant> ended_at{};
    std::optional<TextId> explanation{};
};
BOOST_DESCRIBE_STRUCT(Signal, (),
                      (id, detector, subject_kind, subject, case_id, evidence, owner_id, state, opened_at, ended_at,
                       explanation))

[[nodiscard]] Result<Signal> own(Signal signal, UserId by);
// Without an explanation in words: what it warned of has been settled.
[[nodiscard]] Result<Signal> explain(Signal signal, std::optional<TextId> explanation, Instant now);

} // namespace amends::signal
