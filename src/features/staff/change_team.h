// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "staff/staff_store.h"

namespace amends::staff {

[[nodiscard]] Result<Team> make_team(const Ports& ports, MakeTeam wish);
[[nodiscard]] Result<Team> change_team(const Ports& ports, TeamId id, ChangeTeam wish);

} // namespace amends::staff
