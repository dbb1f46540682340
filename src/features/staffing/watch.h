// SPDX-License-Identifier: Apache-2.0
// The alarm of a whole desk: those who are here have had customers' matters before their eyes for more than 85 of 100
// minutes, for two hours. It is one alarm however often it is looked at, and it falls silent below 80 only, so that it
// does not come and go. That quality falls above 85 is what practice says, not science.
#pragma once

#include "brand/brand_store.h"
#include "timeline/agenda.h"
#include "timeline/event_log.h"
#include "workload/load_store.h"
#include "workload/work_times.h"
#include "workload/worker_store.h"

namespace amends::staffing {

struct Watch {
    std::optional<Instant> high_since{};
    std::optional<Instant> sounds_since{};
    std::optional<std::int64_t> permille{}; // Of the time of those who were there; none: nobody was.
    std::int64_t people{};                  // Whom that was measured of.
    Instant heard_at{};
};
BOOST_DESCRIBE_STRUCT(Watch, (), (high_since, sounds_since, permille, people, heard_at))

struct WatchStore {
    virtual ~WatchStore() = default;
    [[nodiscard]] virtual std::optional<Watch> watch() const = 0;
    virtual void put(const Watch& watch) = 0;
};

struct Ports {
    WatchStore& watches;
    const workload::WorkerStore& workers;
    const workload::LoadStore& loads;
    const workload::WorkTimes& times;
    const brand::BrandStore& brand;
    timeline::EventLog& events;
    timeline::Agenda& agenda;
    const Clock& clock;
};

inline constexpr std::string_view occupancy_due = "occupancy_due"; // Timer: only while somebody is very busy.

struct Measured {
    std::optional<double> occupancy{};
    std::int64_t people{};
};
// Of those who are here and have handled anything today.
[[nodiscard]] Measured occupancy_between(const Ports& ports, Instant from, Instant to);

// Pure: what the next look makes of the last one.
[[nodiscard]] Watch heard(const Watch& before, const Measured& measured, Instant now);

// Somebody has told what they handled: where nobody watches yet, this looks whether it is time to.
void listen(const Ports& ports);
// The timer's part.
void watch_occupancy(const Ports& ports);

} // namespace amends::staffing
