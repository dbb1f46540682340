// SPDX-License-Identifier: Apache-2.0
#include "closure/close_case.h"

#include "case/change_case.h"

#include <fmt/format.h>

namespace amends::closure {

Result<cases::Case> close_case(const Ports& ports, CaseId id, cases::ConfirmedBy by)
{
    AMENDS_TRY(const auto before, cases::existing(ports.desk, id));
    AMENDS_TRY(auto closed, cases::close(before, by, ports.desk.clock.now()));
    // Our final answer and no agreement: the time is over, the matter was not made good.
    if (before.status == cases::Status::final_response && by == cases::ConfirmedBy::window)
        closed.status = cases::Status::closed_unrecovered;
    AMENDS_TRY(const auto after, cases::write(ports.desk, before, std::move(closed)));
    ports.desk.events.append("case.closed", timeline::about(id), fmt::format(R"({{"by":"{}"}})", name_of(by)));
    return after;
}

void settle_case(const Ports& ports, CaseId id)
{
    const auto found = ports.desk.cases.find(id);
    if (!found || !cases::settling(found->status)) return;
    if (!found->settles_at || ports.desk.clock.now() < *found->settles_at) return;
    static_cast<void>(close_case(ports, id, cases::ConfirmedBy::window)); // Whoever was faster has moved it on.
}

} // namespace amends::closure
