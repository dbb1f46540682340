// SPDX-License-Identifier: Apache-2.0
// Who is away with the work of customers in their hands. It is counted in their own working time: a night and a free
// day are no absence, a shift that is not begun is one.
#pragma once

#include "brand/brand_store.h"
#include "timeline/agenda.h"
#include "workload/work_times.h"
#include "workload/worker_store.h"

namespace amends::workload {

inline constexpr std::string_view away_due = "away_due"; // Timer.

struct AbsencePorts {
    const WorkerStore& workers;
    const WorkTimes& times;
    const brand::BrandStore& brand;
    timeline::Agenda& agenda;
    const Clock& clock;
};

// Puts the timer when somebody has gone, and takes it away when they are back.
void mind_absence(const AbsencePorts& ports, UserId of);
// The timer's part: whether they are still away.
[[nodiscard]] bool gone_too_long(const AbsencePorts& ports, UserId of);

} // namespace amends::workload
