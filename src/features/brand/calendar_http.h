// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "brand/change_calendar.h"
#include "platform/http/message.h"
#include "platform/json/schema.h"

namespace amends::brand {

[[nodiscard]] http::Response get_calendar(const CalendarPorts& ports, Instant now);
[[nodiscard]] http::Response patch_calendar(const CalendarPorts& ports, const http::Request& request, Instant now);
[[nodiscard]] http::Response post_closed_days(const CalendarPorts& ports, const http::Request& request, Instant now);

[[nodiscard]] json::Shapes calendar_shapes();

} // namespace amends::brand
