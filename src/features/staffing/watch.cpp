// SPDX-License-Identifier: Apache-2.0
#include "staffing/watch.h"

#include <fmt/format.h>

#include <cmath>

namespace amends::staffing {
namespace {

using namespace std::chrono_literals;

constexpr auto looked_at = 30min;
constexpr auto step = 10min;
// What is still before somebody's eyes is told when they leave it: the newest minutes are not known yet.
constexpr auto not_yet_told = 15min;
constexpr auto shortest = 10min; // Of somebody's time: less says nothing.

void say(const Ports& ports, std::string type, const Watch& watch)
{
    ports.events.append(std::move(type), timeline::about("brand", ports.brand.brand().id),
                        fmt::format(R"({{"permille":{},"people":{}}})", watch.permille.value_or(0), watch.people));
}

// Through the night nobody looks; what sounded in the evening sounds in the morning until it is better.
void look_again(const Ports& ports, const Watch& watch, Instant now)
{
    const auto brand = static_cast<std::int64_t>(ports.brand.brand().id);
    if (!watch.high_since && !watch.sounds_since) return ports.agenda.strike(occupancy_due, brand);
    const auto next = watch.permille ? now + step : ports.brand.times().next_open(now + step) + not_yet_told + step;
    ports.agenda.put(occupancy_due, brand, next);
}

} // namespace

Measured occupancy_between(const Ports& ports, Instant from, Instant to)
{
    std::chrono::milliseconds handled{};
    std::chrono::milliseconds there{};
    Measured measured;
    for (const auto& worker : ports.workers.all()) {
        if (worker.presence != workload::Presence::here) continue;
        std::vector<Interval> before_eyes;
        for (const auto& each : ports.loads.handlings(worker.id, to - 24h))
            before_eyes.push_back({each.begins_at, each.ends_at});
        if (before_eyes.empty()) continue;
        const auto shifts = ports.times.shifts(worker);
        const auto time = (shifts ? *shifts : ports.brand.times()).open_time_between(from, to);
        if (time < shortest) continue;
        there += time;
        handled += std::min(time, workload::covered(std::move(before_eyes), from, to));
        measured.people += 1;
    }
    measured.occupancy = workload::occupancy(handled, there);
    return measured;
}

Watch heard(const Watch& before, const Measured& measured, Instant now)
{
    Watch after{.people = measured.people, .heard_at = now};
    if (!measured.occupancy) {
        after.sounds_since = before.sounds_since;
        return after;
    }
    after.permille = std::llround(*measured.occupancy * 1000);
    const workload::Alarm so_far{.high_since = before.high_since, .sounds = before.sounds_since.has_value()};
    const auto alarm = workload::heard(so_far, *measured.occupancy, now);
    after.high_since = alarm.high_since;
    if (alarm.sounds) after.sounds_since = before.sounds_since.value_or(now);
    return after;
}

void listen(const Ports& ports)
{
    const auto before = ports.watches.watch();
    if (before && (before->high_since || before->sounds_since)) return; // The timer looks.
    const Instant now = ports.clock.now();
    if (before && now - before->heard_at < step) return;
    watch_occupancy(ports);
}

void watch_occupancy(const Ports& ports)
{
    const Instant now = ports.clock.now();
    const auto before = ports.watches.watch().value_or(Watch{});
    const Instant to = now - not_yet_told;
    const auto after = heard(before, occupancy_between(ports, to - looked_at, to), now);
    ports.watches.put(after);
    if (!before.sounds_since && after.sounds_since) say(ports, "staffing.overloaded", after);
    if (before.sounds_since && !after.sounds_since) say(ports, "staffing.relieved", after);
    look_again(ports, after, now);
}

} // namespace amends::staffing
