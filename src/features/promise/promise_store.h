// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "promise/promise.h"
#include "timeline/event_log.h"

#include <vector>

namespace amends::promise {

// Port. Its SQL is in promise_sql.cpp; both databases pass the same contract test.
struct PromiseStore {
    virtual ~PromiseStore() = default;
    virtual void add(const Promise& promise) = 0;
    // Writes what may change of a promise. False when it is no longer as it was read: somebody else was faster.
    [[nodiscard]] virtual bool change(const Promise& from, const Promise& to) = 0;
    [[nodiscard]] virtual std::optional<Promise> find(PromiseId id) const = 0;
    [[nodiscard]] virtual std::vector<Promise> open_and_due_before(Instant now) const = 0;
};

// Everything the promise use cases need from outside.
struct Ports {
    PromiseStore& promises;
    timeline::EventLog& events;
    Ids& ids;
    const Clock& clock;
};

} // namespace amends::promise
