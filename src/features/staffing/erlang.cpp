// SPDX-License-Identifier: Apache-2.0
#include "staffing/erlang.h"

#include <algorithm>
#include <cmath>

namespace amends::staffing {

double erlang_b(std::int64_t people, double erlangs)
{
    double blocked = 1;
    for (std::int64_t count = 1; count <= people; ++count)
        blocked = erlangs * blocked / (static_cast<double>(count) + erlangs * blocked);
    return blocked;
}

std::optional<double> erlang_c(std::int64_t people, double erlangs)
{
    const auto n = static_cast<double>(people);
    if (erlangs >= n) return std::nullopt;
    const double blocked = erlang_b(people, erlangs);
    return n * blocked / (n - erlangs * (1 - blocked));
}

std::optional<Service> service(std::int64_t people, const Demand& demand)
{
    const double erlangs = demand.erlangs();
    const auto waits = erlang_c(people, erlangs);
    if (!waits) return std::nullopt;
    const double spare = static_cast<double>(people) - erlangs;
    if (demand.handle_seconds <= 0) return Service{1, 0, 0};
    return Service{.service_level = 1 - *waits * std::exp(-spare * demand.within_seconds / demand.handle_seconds),
                   .mean_wait_seconds = *waits * demand.handle_seconds / spare,
                   .occupancy = erlangs / static_cast<double>(people)};
}

std::optional<std::int64_t> needed(const Demand& demand)
{
    if (demand.erlangs() >= most_people) return std::nullopt;
    const auto first = static_cast<std::int64_t>(std::floor(demand.erlangs())) + 1;
    for (std::int64_t people = first; people <= most_people; ++people)
        if (const auto reached = service(people, demand); reached && reached->service_level >= demand.share)
            return people;
    return std::nullopt;
}

} // namespace amends::staffing
