// SPDX-License-Identifier: Apache-2.0
#include "app/room.h"

#include "base/away.h"

namespace amends {

bool Room::enough() const
{
    std::error_code unknown;
    const auto space = std::filesystem::space(folder_, unknown);
    return unknown || space.available >= reserve_of(space.capacity);
}

void Room::demand() const
{
    if (!enough()) throw Away("the reserve of free disk is reached in " + folder_.string());
}

} // namespace amends
