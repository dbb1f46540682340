// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workload/load.h"

namespace amends::workload {

struct HandledCase {
    cases::Type type{};
    std::int64_t milliseconds{};
};
BOOST_DESCRIBE_STRUCT(HandledCase, (), (type, milliseconds))

struct Line {
    std::int64_t waiting{};
    std::optional<Instant> oldest_since{};
};
BOOST_DESCRIBE_STRUCT(Line, (), (waiting, oldest_since))

struct LoadStore {
    virtual ~LoadStore() = default;
    [[nodiscard]] virtual std::vector<Held> held() const = 0; // Every live case with an owner, by id.
    [[nodiscard]] virtual std::vector<HandledCase> handled(Instant since) const = 0; // Ended cases.
    [[nodiscard]] virtual std::vector<Handling> handlings(UserId of, Instant since) const = 0;
    virtual void add(const Handling& handling) = 0;
    [[nodiscard]] virtual bool knows(CaseId id) const = 0;
    [[nodiscard]] virtual Line line() const = 0;
};

// What an effort is at this desk now, by kind.
[[nodiscard]] std::map<cases::Type, Effort> efforts(const LoadStore& loads, Instant now);

} // namespace amends::workload
