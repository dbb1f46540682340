// SPDX-License-Identifier: Apache-2.0
// The event log: what happened in a brand, in order, without gaps. Written in the transaction that made it happen, it
// is the one source for the timeline, for live updates, reports and webhooks. Events are never changed or deleted, and
// hold ids, names of types, numbers and times only: a person's words must stay erasable.
#pragma once

#include "base/describe.h"
#include "base/time.h"

#include <cstdint>
#include <string>
#include <vector>

namespace amends::timeline {

struct Event {
    std::int64_t seq{}; // Counts 1, 2, 3 … within a brand, so that a reader sees when it has missed something.
    Instant at{};
    std::string type{};     // "promise.made"
    std::int64_t subject{}; // The id of what it happened to.
};
BOOST_DESCRIBE_STRUCT(Event, (), (seq, at, type, subject))

// Port. What is appended gets its number when the transaction ends.
struct EventLog {
    virtual ~EventLog() = default;
    virtual void append(std::string type, std::int64_t subject, Instant at) = 0;
    [[nodiscard]] virtual std::vector<Event> after(std::int64_t seq, int at_most) const = 0;
};

} // namespace amends::timeline
