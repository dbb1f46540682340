// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desk.h"
#include "platform/http/router.h"

namespace amends {

// Every address the server knows. What is passed must outlive the router.
[[nodiscard]] http::Router routes(sql::Pool& pool, Ids& ids, const Clock& clock);

} // namespace amends
