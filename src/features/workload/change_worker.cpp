// SPDX-License-Identifier: Apache-2.0
#include "workload/change_worker.h"

#include <algorithm>

namespace amends::workload {

Result<Worker> worker(const Ports& ports, UserId id)
{
    const auto all = ports.workers.all();
    const auto found = std::ranges::find(all, id, &Worker::id);
    if (found == all.end()) return refuse(Refusal::not_found, "user.not_found");
    return *found;
}

Result<Worker> change_worker(const Ports& ports, UserId id, const ChangeWorker& wish)
{
    AMENDS_TRY([[maybe_unused]] const auto before, worker(ports, id));
    if (auto fault = sound(wish); !fault) return std::unexpected(fault.error());
    ports.workers.set(id, wish);
    ports.events.append("worker.changed", timeline::about("user", id));
    return worker(ports, id);
}

Result<Worker> be_present(const Ports& ports, UserId id, Presence presence)
{
    AMENDS_TRY(const auto before, worker(ports, id));
    if (before.presence == presence) return before;
    ports.workers.be(id, presence, ports.clock.now());
    ports.events.append("worker.presence", timeline::about("user", id),
                        R"({"presence":")" + std::string(name_of(presence)) + "\"}");
    return worker(ports, id);
}

} // namespace amends::workload
