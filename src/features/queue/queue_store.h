// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"
#include "queue/queue.h"
#include "workload/worker_store.h"

#include <span>

namespace amends::queue {

// A queued case as it is stored.
struct Waiting {
    CaseId id{};
    std::int64_t number{};
    std::string subject{};
    std::string customer{};
    std::string language{};
    cases::Type type{};
    TeamId team{};
    std::int64_t severity_stated{};
    std::int64_t severity_assessed{};
    cases::Visibility visibility{};
    std::optional<Instant> waiting_since{};
    std::optional<Instant> due_at{};      // The nearest of all clocks,
    std::optional<Instant> pull_by{};     // of which this one is the queue's own,
    std::optional<Instant> next_update{}; // and these are what the customer counts on.
    std::optional<Instant> promised{};
};
BOOST_DESCRIBE_STRUCT(Waiting, (),
                      (id, number, subject, customer, language, type, team, severity_stated, severity_assessed,
                       visibility, waiting_since, due_at, pull_by, next_update, promised))

struct QueueTeam {
    TeamId id{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(QueueTeam, (), (id, name))

struct QueueStore {
    virtual ~QueueStore() = default;
    [[nodiscard]] virtual std::vector<QueueTeam> teams() const = 0; // By name.
    [[nodiscard]] virtual std::vector<Waiting> waiting(std::span<const TeamId> teams) const = 0;
    [[nodiscard]] virtual DueInARow due_in_a_row() const = 0;
    // Whoever pulls for one of these teams next waits until this transaction has ended.
    virtual void hold_still(std::span<const TeamId> teams) = 0;
    virtual void pulled(TeamId team, std::int64_t due_in_a_row) = 0;
};

struct Ports {
    cases::Ports desk;
    const workload::WorkerStore& workers;
    QueueStore& line;
};

// The graver of what the customer says and what we judge.
[[nodiscard]] std::int64_t severity_of(const Waiting& waiting);
// The nearest thing that the customer counts on. That somebody must have pulled the case is no such thing: else what
// has merely waited would stand in the due lane, and its gravity would count for nothing.
[[nodiscard]] std::optional<Instant> counted_on(const Waiting& waiting);
[[nodiscard]] std::vector<InLine> lined_up(std::span<const Waiting> waiting, const OpeningTimes& times, Instant now);

} // namespace amends::queue
