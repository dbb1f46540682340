// SPDX-License-Identifier: Apache-2.0
#include "closure/reopen_case.h"

#include "case/change_case.h"

namespace amends::closure {

Result<cases::Case> reopen_case(const Ports& ports, CaseId id)
{
    const Instant now = ports.desk.clock.now();
    const auto& brand = ports.desk.brand;
    AMENDS_TRY(const auto before, cases::existing(ports.desk, id));
    AMENDS_TRY(auto reopened, cases::reopen(before, now, cases::pull_by(ports.desk, now)));
    if (!reopened.team_id) reopened.team_id = brand.brand().default_team;
    reopened.unread = true;
    reopened.next_update_at = brand.times().after_open_days(now, static_cast<int>(brand.brand().first_update_days));
    AMENDS_TRY(const auto after, cases::write(ports.desk, before, std::move(reopened)));
    cases::begin_wait(ports.desk, after, {.waits_on = cases::Side::us, .reason = "reopened"});
    ports.desk.events.append("case.reopened", timeline::about(id));
    return after;
}

} // namespace amends::closure
