// SPDX-License-Identifier: Apache-2.0
// Cases, their messages, replies, triage and signals: what the workspace asks for.
#pragma once

#include "app/requests.h"

namespace amends {

void add_case_routes(RouteTable& table, House& house);

// The case as a row of the lists, as JSON, for the live connection.
[[nodiscard]] std::string case_row_text(House& house, sql::Session& session, BrandId brand, CaseId id);

} // namespace amends
