// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/house.h"

namespace amends {

// `amends serve`: opens the desk, prints one line "ready …" when it serves, and stops cleanly on SIGTERM or SIGINT.
int serve(Config config);

} // namespace amends
