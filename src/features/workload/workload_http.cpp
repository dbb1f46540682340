// SPDX-License-Identifier: Apache-2.0
#include "workload/workload_http.h"

#include "base/shares.h"
#include "platform/json/read.h"

#include <algorithm>

namespace amends::workload {
namespace {

using namespace std::chrono_literals;

struct Handled {
    std::int64_t seconds{};
};
BOOST_DESCRIBE_STRUCT(Handled, (), (seconds))

struct Seen {
    std::vector<Held> held{};
    std::map<cases::Type, Effort> efforts{};
    Instant now{};
};

std::optional<double> occupied(const std::vector<Interval>& looked_at, const OpeningTimes& times, Instant from,
                               Instant to)
{
    if (looked_at.empty()) return std::nullopt;
    return occupancy(covered(looked_at, from, to), times.open_time_between(from, to));
}

// Heard anew from what was recorded: nothing of it is kept.
bool sounds(const std::vector<Interval>& looked_at, const OpeningTimes& times, Instant now)
{
    Alarm alarm;
    for (Instant at = now - 5h; at <= now; at += 10min)
        if (const auto busy = occupied(looked_at, times, at - 30min, at)) alarm = heard(alarm, *busy, at);
        else alarm = {};
    return alarm.sounds;
}

void add_occupancy(CarryView& view, const std::vector<Handling>& handlings, Instant now, const OpeningTimes& times)
{
    std::vector<Interval> looked_at;
    for (const auto& handling : handlings) looked_at.push_back({handling.begins_at, handling.ends_at});
    view.handlings = static_cast<std::int64_t>(looked_at.size());
    view.occupancy_half_hour = occupied(looked_at, times, now - 30min, now);
    view.occupancy_day = occupied(looked_at, times, now - 24h, now);
    view.alarm = sounds(looked_at, times, now);
}

CarryView carried(const LoadPorts& ports, const Worker& worker, const Seen& seen)
{
    const auto own = ports.times.shifts(worker);
    const OpeningTimes& times = own ? *own : ports.brand.times();
    CarryView view{.id = worker.id,
                   .name = worker.name,
                   .role = worker.role,
                   .presence = worker.presence,
                   .in_hand = worker.in_hand,
                   .cap = worker.cap,
                   .shifts_known = own != nullptr};
    std::vector<DueWork> due;
    for (const Held& held : seen.held) {
        if (held.owner != worker.id) continue;
        const auto minutes = seen.efforts.at(held.type).minutes;
        view.effort_minutes += minutes;
        view.promises += held.promises;
        if (held.due_at) due.push_back({*held.due_at, minutes});
    }
    view.tightest = tightest(std::move(due), times, seen.now);
    view.over = view.tightest && view.tightest->work_minutes > view.tightest->available_minutes;
    add_occupancy(view, ports.loads.handlings(worker.id, seen.now - 24h), seen.now, times);
    return view;
}

Fairness fairness_of(const std::vector<CarryView>& items)
{
    std::vector<double> loads;
    for (const CarryView& item : items)
        if (item.presence != Presence::off || item.in_hand > 0)
            loads.push_back(static_cast<double>(item.effort_minutes));
    Fairness fairness{.n = static_cast<std::int64_t>(loads.size())};
    if (fairness.n < 2) return fairness;
    fairness.gini = gini(loads);
    fairness.jain = jain(loads);
    return fairness;
}

} // namespace

http::Response get_workload(const LoadPorts& ports)
{
    const Instant now = ports.clock.now();
    const Seen seen{ports.loads.held(), efforts(ports.loads, now), now};
    WorkloadView view{.line = ports.loads.line()};
    for (const Worker& worker : ports.workers.all()) view.items.push_back(carried(ports, worker, seen));
    view.fairness = fairness_of(view.items);
    for (const auto& [type, effort] : seen.efforts) view.efforts.push_back({type, effort.minutes, effort.n});
    return {200, json::text_of(view)};
}

http::Response post_handled(const LoadPorts& ports, const http::Request& request, UserId viewer)
{
    const auto id = request.id<CaseId>("id");
    if (!id) return http::refused(id.error());
    const auto told = json::parse<Handled>(request.body);
    if (!told) return http::refused(told.error());
    const auto length = std::min<std::chrono::milliseconds>(std::chrono::seconds(told->seconds), longest_handling);
    if (told->seconds <= 0) return http::refused({Refusal::invalid, "workload.handled", "seconds"});
    if (!ports.loads.knows(*id)) return http::refused({Refusal::not_found, "case.not_found"});
    const Instant now = ports.clock.now();
    ports.loads.add({ports.ids.next<HandlingId>(), viewer, *id, now - length, now});
    return {204};
}

json::Shapes load_shapes()
{
    using namespace json;
    return {
        shape<Nothing, WorkloadView>("GET /api/v1/workload"),
        shape<Handled, Nothing>("POST /api/v1/cases/{id}/handled"),
    };
}

} // namespace amends::workload
