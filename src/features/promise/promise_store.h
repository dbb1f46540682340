// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"
#include "promise/promise.h"

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
    // When somebody has been promised a call by this keeper, or by nobody in particular, between the two.
    [[nodiscard]] virtual std::vector<Instant> call_times(std::optional<UserId> keeper, Instant from,
                                                          Instant to) const = 0;
    [[nodiscard]] virtual std::vector<Promise> of_case(CaseId id) const = 0; // In the order in which they were made.
};

// Everything the promise use cases need from outside.
struct Ports {
    cases::Ports desk;
    PromiseStore& promises;
};

// The timer of a promise: it asks the keeper, has the beneficiary told, and breaks it, each at its time.
inline constexpr std::string_view promise_due = "promise_due";

} // namespace amends::promise
