// SPDX-License-Identifier: Apache-2.0
#include "target/follow_calendar.h"

#include "target/run_clocks.h"

namespace amends::target {
namespace {

void step_after(const Ports& ports, TargetClockId after)
{
    ports.desk.agenda.put(calendar_moved, static_cast<std::int64_t>(after), ports.desk.clock.now());
}

} // namespace

void follow_calendar(const Ports& ports)
{
    if (!ports.targets.running_after(TargetClockId{}, 1).empty()) step_after(ports, TargetClockId{});
}

Result<void> follow_calendar_after(const Ports& ports, TargetClockId after, int at_most)
{
    const auto running = ports.targets.running_after(after, at_most);
    for (const TargetClockId id : running)
        if (auto done = run_clock(ports, id); !done) return done;
    if (std::ssize(running) == at_most) step_after(ports, running.back());
    return {};
}

} // namespace amends::target
