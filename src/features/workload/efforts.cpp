// SPDX-License-Identifier: Apache-2.0
#include "workload/load_store.h"

namespace amends::workload {
namespace {

constexpr auto looked_back = std::chrono::days(180);

} // namespace

std::map<cases::Type, Effort> efforts(const LoadStore& loads, Instant now)
{
    std::map<cases::Type, std::vector<std::int64_t>> minutes;
    for (const auto& [type, length] : loads.handled(now - looked_back))
        minutes[type].push_back(std::chrono::round<std::chrono::minutes>(std::chrono::milliseconds(length)).count());
    std::map<cases::Type, Effort> all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<cases::Type>>(
        [&](auto listed) { all[listed.value] = effort_of(listed.value, minutes[listed.value]); });
    return all;
}

} // namespace amends::workload
