// SPDX-License-Identifier: Apache-2.0
#include "case/take_case.h"

#include "case/change_case.h"

#include <fmt/format.h>

namespace amends::cases {

Result<Case> take_case(const Ports& ports, CaseId id, UserId by)
{
    AMENDS_TRY(const auto before, existing(ports, id));
    if (!ports.staff.may_own(by)) return refuse(Refusal::forbidden, "case.owner_unknown");
    AMENDS_TRY(auto taken, take(before, by));
    if (!ports.staff.may_take_more(by)) return refuse(Refusal::conflict, "case.hands_full");
    taken.unread = false;
    AMENDS_TRY(const auto written, write(ports, before, std::move(taken)));
    if (written.status == Status::open) begin_wait(ports, written, {.waits_on = Side::us, .reason = "taken"});
    ports.events.append("case.taken", timeline::about(id),
                        fmt::format(R"({{"owner":{}}})", static_cast<std::int64_t>(by)));
    return written;
}

} // namespace amends::cases
