// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/http/message.h"
#include "triage/decide_triage.h"
#include "triage/triage_view.h"

namespace amends::triage {

[[nodiscard]] http::Response get_triage(const TriageViews& views);
[[nodiscard]] http::Response post_decision(const Ports& ports, const http::Request& request);
[[nodiscard]] http::Response post_decision_undo(const Ports& ports, const http::Request& request);

} // namespace amends::triage
