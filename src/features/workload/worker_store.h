// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/event_log.h"
#include "workload/worker.h"

namespace amends::workload {

// Who answers customers in this brand: admins, leads and agents who are not disabled.
struct WorkerStore {
    virtual ~WorkerStore() = default;
    [[nodiscard]] virtual std::vector<Worker> all() const = 0; // By name.
    virtual void set(UserId id, const ChangeWorker& wish) = 0;
    virtual void be(UserId id, Presence presence, Instant since) = 0;
};

struct Ports {
    WorkerStore& workers;
    timeline::EventLog& events;
    const Clock& clock;
};

} // namespace amends::workload
