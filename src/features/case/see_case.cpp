// SPDX-License-Identifier: Apache-2.0
#include "case/see_case.h"

#include "case/change_case.h"

namespace amends::cases {

Result<Case> see_case(const Ports& ports, CaseId id, UserId by)
{
    AMENDS_TRY(const auto before, existing(ports, id));
    if (!before.unread || before.owner_id != by) return before;
    auto seen = before;
    seen.unread = false;
    AMENDS_TRY(const auto written, write(ports, before, std::move(seen)));
    ports.events.append("case.seen", timeline::about(id));
    return written;
}

} // namespace amends::cases
