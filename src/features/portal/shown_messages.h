// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "portal/portal_ports.h"

namespace amends::portal {

// Of a case's messages those that are the person's business: what they wrote, and what we wrote to them openly and has
// left. Mail of others, to others, or between us and a machine is not shown. Oldest first.
[[nodiscard]] std::vector<MessageLine> shown_messages(const Ports& ports, const cases::Case& of,
                                                      const Visitor& visitor);

// What a file may be called on a page: a label without control characters or marks that turn the reading direction.
[[nodiscard]] std::string label(std::string_view name);

} // namespace amends::portal
