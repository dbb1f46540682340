// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "portal/portal_ports.h"

namespace amends::portal {

// The page. Refused as gone when the case ended longer ago than it may come back.
[[nodiscard]] Result<CustomerView> show_case(const Ports& ports, const Visitor& visitor);

// The case that answers for the link: after a merge the target, when it is the same person's.
[[nodiscard]] Result<cases::Case> case_behind(const Ports& ports, const reply::CaseLink& opened);

// The address by which the person takes part in the case.
[[nodiscard]] std::optional<person::ContactPoint> contact_point(const Ports& ports, const cases::Case& of,
                                                                PersonId person);

} // namespace amends::portal
