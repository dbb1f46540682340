// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "promise/promise.h"
#include "timeline/agenda.h"
#include "timeline/event_log.h"

#include <vector>

namespace amends::promise {

// Port. Its SQL is in promise_sql.cpp; both databases pass the same contract test.
struct PromiseStore {
    virtual ~PromiseStore() = default;
    virtual void add(const Promise& promise) = 0;
    // Writes what may change of a promise. False when it is no longer as it was read: somebody else was faster.
    [[nodiscard]] virtual bool change(const Promise& from, const Promise& to) = 0;
    // The keeper changes only by a pull, a hand-over or a merge, whose event is the caller's.
    virtual void give(CaseId of_case, std::optional<UserId> keeper) = 0;
    [[nodiscard]] virtual std::optional<Promise> find(PromiseId id) const = 0;
    [[nodiscard]] virtual std::vector<Promise> of_case(CaseId id) const = 0; // In the order in which they were made.
};

// Everything the promise use cases need from outside.
struct Ports {
    PromiseStore& promises;
    timeline::Agenda& agenda;
    timeline::EventLog& events;
    Ids& ids;
    const Clock& clock;
};

inline constexpr std::string_view promise_due = "promise_due"; // The timer that breaks it.

} // namespace amends::promise
