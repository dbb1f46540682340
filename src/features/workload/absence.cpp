// SPDX-License-Identifier: Apache-2.0
#include "workload/absence.h"

#include <algorithm>

namespace amends::workload {
namespace {

std::optional<Worker> away(const WorkerStore& workers, UserId id)
{
    for (auto& worker : workers.all())
        if (worker.id == id && worker.presence != Presence::here) return std::move(worker);
    return std::nullopt;
}

Instant until(const AbsencePorts& ports, const Worker& worker)
{
    const auto shifts = ports.times.shifts(worker);
    const OpeningTimes& times = shifts ? *shifts : ports.brand.times();
    return times.after_open_time(worker.presence_since, std::chrono::minutes(ports.brand.brand().away_minutes));
}

} // namespace

void mind_absence(const AbsencePorts& ports, UserId of)
{
    const auto subject = static_cast<std::int64_t>(of);
    if (const auto worker = away(ports.workers, of)) ports.agenda.put(away_due, subject, until(ports, *worker));
    else ports.agenda.strike(away_due, subject);
}

bool gone_too_long(const AbsencePorts& ports, UserId of)
{
    const auto worker = away(ports.workers, of);
    return worker && until(ports, *worker) <= ports.clock.now();
}

} // namespace amends::workload
