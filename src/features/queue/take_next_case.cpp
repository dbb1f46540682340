// SPDX-License-Identifier: Apache-2.0
#include "queue/take_next_case.h"

#include "case/take_case.h"

#include <fmt/format.h>

#include <algorithm>

namespace amends::queue {
namespace {

using workload::Worker;

Result<Worker> ready(const std::vector<Worker>& workers, UserId by)
{
    const auto found = std::ranges::find(workers, by, &Worker::id);
    if (found == workers.end()) return refuse(Refusal::forbidden, "case.owner_unknown");
    if (found->teams.empty()) return refuse(Refusal::conflict, "queue.no_team");
    if (found->role == staff::Role::agent && workload::hands_full(*found))
        return refuse(Refusal::conflict, "case.hands_full");
    return *found;
}

void record(const Ports& ports, const Place& place)
{
    const auto so_far = ports.line.due_in_a_row();
    const auto before = so_far.find(place.of.team);
    ports.line.pulled(place.of.team, counted(before == so_far.end() ? 0 : before->second, place.lane));
    ports.desk.events.append("case.pulled", timeline::about(place.of.id),
                             fmt::format(R"({{"lane":"{}","weight":{},"waited":{}}})", name_of(place.lane),
                                         place.of.weight, place.of.waited.count()));
}

} // namespace

Result<Pulled> take_next_case(const Ports& ports, UserId by)
{
    const auto workers = ports.workers.all();
    AMENDS_TRY(const auto worker, ready(workers, by));
    ports.line.hold_still(worker.teams);
    auto waiting = ports.line.waiting(worker.teams);
    if (waiting.empty()) return refuse(Refusal::conflict, "queue.empty");
    std::erase_if(waiting, [&](const Waiting& each) {
        return !workload::fits(worker, workload::needs(workers, each.team, each.language, name_of(each.type)));
    });
    if (waiting.empty()) return refuse(Refusal::conflict, "queue.nothing_fits");

    const Instant now = ports.desk.clock.now();
    const auto& times = ports.desk.brand.times();
    const auto places =
        order(lined_up(waiting, times, now), times.after_open_time(now, margin), ports.line.due_in_a_row());
    for (const Place& place : places) {
        const auto taken = cases::take_case(ports.desk, place.of.id, by);
        if (!taken && taken.error().kind == Refusal::conflict && taken.error().code != "case.hands_full")
            continue; // Somebody was faster.
        if (!taken) return std::unexpected(taken.error());
        record(ports, place);
        return Pulled{*std::ranges::find(waiting, place.of.id, &Waiting::id), place};
    }
    return refuse(Refusal::conflict, "queue.empty");
}

} // namespace amends::queue
