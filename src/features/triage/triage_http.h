// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/http/message.h"
#include "platform/json/schema.h"
#include "triage/decide_triage.h"
#include "triage/triage_view.h"

namespace amends::triage {

[[nodiscard]] http::Response get_triage(const TriageViews& views);
[[nodiscard]] http::Response post_decision(const Ports& ports, const http::Request& request);
[[nodiscard]] http::Response post_decision_undo(const Ports& ports, const http::Request& request);

// What each of these addresses takes and gives.
[[nodiscard]] json::Shapes shapes();

} // namespace amends::triage
