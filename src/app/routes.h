// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/house.h"
#include "platform/http/router.h"

namespace amends {

// Every address the desk knows. The house must outlive the router.
[[nodiscard]] http::Router routes(House& house);

} // namespace amends
