// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guest/guest_view.h"
#include "platform/http/message.h"
#include "platform/json/schema.h"

namespace amends::guest {

[[nodiscard]] http::Response get_guest_cases(const cases::CaseViews& views, const http::Request& request);
[[nodiscard]] http::Response get_guest_case(const cases::CaseViews& views, const http::Request& request);
[[nodiscard]] http::Response get_guest_messages(const cases::CaseViews& views, const http::Request& request);

// What each of these addresses takes and gives.
[[nodiscard]] json::Shapes shapes();

} // namespace amends::guest
