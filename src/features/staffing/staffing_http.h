// SPDX-License-Identifier: Apache-2.0
// How many are needed and how many are there, over HTTP.
#pragma once

#include "platform/http/message.h"
#include "platform/json/schema.h"
#include "staffing/erlang.h"
#include "staffing/history.h"
#include "staffing/watch.h"

namespace amends::staffing {

// What the answer rests on. What a lead types in stands for what history says.
struct DemandView {
    std::optional<double> contacts_per_hour{};
    std::optional<double> handle_seconds{};
    std::int64_t share_percent{};
    std::int64_t within_seconds{};
    std::int64_t days{}; // Of history, of the 28 that are needed.
    std::int64_t days_needed = staffing::days_needed;
    std::int64_t contacts{}; // In those days: n of the first.
    std::int64_t handlings{};
    bool what_if{};
};
BOOST_DESCRIBE_STRUCT(DemandView, (),
                      (contacts_per_hour, handle_seconds, share_percent, within_seconds, days, days_needed, contacts,
                       handlings, what_if))

// So many people, and what they make of it; nothing where the line grows without end.
struct StaffedView {
    std::int64_t people{};
    std::optional<Service> service{};
};
BOOST_DESCRIBE_STRUCT(StaffedView, (), (people, service))

struct HourView {
    Instant at{};
    int weekday{}; // 0 is Monday, by the desk's clock.
    int hour{};
    double contacts{};
    double people{}; // On shift.
    std::optional<std::int64_t> needed{};
};
BOOST_DESCRIBE_STRUCT(HourView, (), (at, weekday, hour, contacts, people, needed))

struct AlarmView {
    std::optional<Instant> sounds_since{};
    std::optional<double> occupancy{};
    std::int64_t people{};
    std::optional<Instant> heard_at{};
};
BOOST_DESCRIBE_STRUCT(AlarmView, (), (sounds_since, occupancy, people, heard_at))

struct StaffingView {
    DemandView demand{};
    std::int64_t present{}; // Here, and on shift where shifts are known.
    std::optional<std::int64_t> needed{};
    std::vector<StaffedView> rows{}; // From who is there to who is needed, and one more.
    std::vector<HourView> hours{};   // The seven days to come; empty with too little history.
    AlarmView alarm{};
};
BOOST_DESCRIBE_STRUCT(StaffingView, (), (demand, present, needed, rows, hours, alarm))

struct Reading {
    const HistoryStore& history;
    const WatchStore& watches;
    const workload::WorkerStore& workers;
    const workload::WorkTimes& times;
    const brand::BrandStore& brand;
    const Clock& clock;
};

[[nodiscard]] http::Response get_staffing(const Reading& ports, const http::Request& request);

[[nodiscard]] json::Shapes shapes();

} // namespace amends::staffing
