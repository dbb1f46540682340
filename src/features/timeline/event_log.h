// SPDX-License-Identifier: Apache-2.0
// The event log: what happened in a brand, in order, without gaps. Written in the transaction that made it happen, it
// is the one source for the timeline, for live updates, reports and webhooks. Events are never changed or deleted, and
// hold ids, names of types, numbers and times only: a person's words must stay erasable.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace amends::timeline {

// Who made it happen. A rule is the desk itself: a timer, an automatic answer.
struct Actor {
    enum Kind : std::uint8_t { rule, user, customer, api };
    BOOST_DESCRIBE_NESTED_ENUM(Kind, rule, user, customer, api)

    Kind kind = rule;
    std::int64_t id = 0; // Of the user or person; 0 for a rule.
};

// What it happened to, and the case in whose timeline it is shown.
struct Subject {
    std::string kind{};
    std::int64_t id{};
    std::optional<CaseId> case_id{};
};

[[nodiscard]] inline Subject about(CaseId id) { return {"case", static_cast<std::int64_t>(id), id}; }

template <IdEnum Id>
[[nodiscard]] Subject about(std::string kind, Id id, std::optional<CaseId> case_id = std::nullopt)
{
    return {std::move(kind), static_cast<std::int64_t>(id), case_id};
}

struct Event {
    std::int64_t seq{}; // Counts 1, 2, 3 … within a brand, so that a reader sees when it has missed something.
    Instant at{};
    Actor::Kind actor_kind{};
    std::int64_t actor{};
    std::string subject_kind{};
    std::int64_t subject{};
    std::optional<CaseId> case_id{};
    std::string type{};    // "promise.made"
    std::string payload{}; // A JSON object of ids, codes, numbers and times.
};
BOOST_DESCRIBE_STRUCT(Event, (), (seq, at, actor_kind, actor, subject_kind, subject, case_id, type, payload))

// Port. What is appended gets its number when the transaction ends.
struct EventLog {
    virtual ~EventLog() = default;
    virtual void append(std::string type, Subject subject, std::string payload = "{}") = 0;
    [[nodiscard]] virtual Actor actor() const = 0;
    [[nodiscard]] virtual std::vector<Event> after(std::int64_t seq, int at_most) const = 0;
    // The newest events of a case, oldest first.
    [[nodiscard]] virtual std::vector<Event> of_case(CaseId id, int at_most) const = 0;
};

} // namespace amends::timeline
