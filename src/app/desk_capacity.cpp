// SPDX-License-Identifier: Apache-2.0
#include "app/desk_capacity.h"

#include "workload/load_sql.h"
#include "workload/shifts_channel.h"
#include "workload/worker_sql.h"

#include <algorithm>

namespace amends {

bool DeskCapacity::room(const cases::Case& of, Instant due_at) const
{
    if (!of.owner_id) return true;
    const auto workers = workload::WorkerSqlStore(session_, brand_).all();
    const auto keeper = std::ranges::find(workers, *of.owner_id, &workload::Worker::id);
    const auto shifts = keeper == workers.end() ? nullptr : workload::ShiftTimes().shifts(*keeper);
    if (!shifts) return true;
    const workload::LoadSqlStore loads(session_, brand_);
    const auto minutes = workload::efforts(loads, clock_.now());
    std::vector<workload::DueWork> work{{due_at, minutes.at(of.type).minutes}};
    for (const auto& held : loads.held())
        if (held.owner == *of.owner_id && held.id != of.id && held.due_at)
            work.push_back({*held.due_at, minutes.at(held.type).minutes});
    return workload::fits(std::move(work), *shifts, clock_.now(), due_at);
}

} // namespace amends
