// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "queue/queue_store.h"

namespace amends::queue {

struct Pulled {
    Waiting waiting{};
    Place place{};
};

// Gives somebody the next case of their teams that they can do. Says why when there is none.
[[nodiscard]] Result<Pulled> take_next_case(const Ports& ports, UserId by);

} // namespace amends::queue
