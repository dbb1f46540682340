// SPDX-License-Identifier: Apache-2.0
// What the machine room wants to know, in Prometheus' text form: how much waits, since when, and what came and went.
#pragma once

#include "app/house.h"

#include <string>

namespace amends {

[[nodiscard]] std::string metrics_text(House& house, sql::Session& session);

} // namespace amends
