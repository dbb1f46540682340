// SPDX-License-Identifier: Apache-2.0
#include "promise/capacity.h"

#include "case/acting.h"

#include <fmt/format.h>

namespace amends::promise {

Result<void> within_capacity(const cases::Ports& desk, const Capacity& capacity, const cases::Case& of,
                             const Intended& intended)
{
    if (intended.kind != Kind::outcome || capacity.room(of, intended.due_at)) return {};
    const auto by = cases::acting_user(desk.events);
    if (!by || !desk.staff.senior(*by)) return refuse(Refusal::conflict, "promise.over_capacity", "due_at");
    if (cases::trimmed(intended.ground).empty())
        return refuse(Refusal::invalid, "promise.over_capacity_reason", "ground");
    desk.events.append("promise.over_capacity", timeline::about(of.id),
                       fmt::format(R"({{"due_at":{}}})", intended.due_at.time_since_epoch().count()));
    return {};
}

} // namespace amends::promise
