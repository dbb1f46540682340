// SPDX-License-Identifier: Apache-2.0
// What each carries, and what is left until the promises they keep are due.
#pragma once

#include "brand/brand_store.h"
#include "platform/http/message.h"
#include "platform/json/schema.h"
#include "workload/load_store.h"
#include "workload/work_times.h"
#include "workload/worker_store.h"

namespace amends::workload {

struct CarryView {
    UserId id{};
    std::string name{};
    staff::Role role{};
    Presence presence{};
    std::int64_t in_hand{};
    std::int64_t cap{};
    std::int64_t effort_minutes{};
    std::int64_t promises{};
    std::optional<Tightest> tightest{};
    bool over{};                                 // More is due by then than there is time.
    bool shifts_known{};                         // Otherwise the opening hours stand for them.
    std::int64_t handlings{};                    // In the last day: what the two below rest on.
    std::optional<double> occupancy_half_hour{}; // None: not known.
    std::optional<double> occupancy_day{};
    bool alarm{};
};
BOOST_DESCRIBE_STRUCT(CarryView, (),
                      (id, name, role, presence, in_hand, cap, effort_minutes, promises, tightest, over, shifts_known,
                       handlings, occupancy_half_hour, occupancy_day, alarm))

struct Fairness {
    std::int64_t n{};
    std::optional<double> gini{}; // Of fewer than two nothing can be said.
    std::optional<double> jain{};
};
BOOST_DESCRIBE_STRUCT(Fairness, (), (n, gini, jain))

struct EffortView {
    cases::Type type{};
    std::int64_t minutes{};
    std::int64_t n{};
};
BOOST_DESCRIBE_STRUCT(EffortView, (), (type, minutes, n))

struct WorkloadView {
    std::vector<CarryView> items{};
    Line line{};
    Fairness fairness{};
    std::vector<EffortView> efforts{};
};
BOOST_DESCRIBE_STRUCT(WorkloadView, (), (items, line, fairness, efforts))

struct LoadPorts {
    const WorkerStore& workers;
    LoadStore& loads;
    const brand::BrandStore& brand;
    const WorkTimes& times;
    Ids& ids;
    const Clock& clock;
};

[[nodiscard]] http::Response get_workload(const LoadPorts& ports);
// The workspace tells how long a case lay open before it was answered or left.
[[nodiscard]] http::Response post_handled(const LoadPorts& ports, const http::Request& request, UserId viewer);

[[nodiscard]] json::Shapes load_shapes();

} // namespace amends::workload
