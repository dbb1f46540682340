// SPDX-License-Identifier: Apache-2.0
#include "case/release_case.h"

#include "case/acting.h"
#include "case/change_case.h"
#include "case/hand_over_case.h"

namespace amends::cases {

Result<Case> release_case(const Ports& ports, CaseId id, std::string_view summary)
{
    AMENDS_TRY(const auto before, existing(ports, id));
    if (!live(before.status)) return refuse(Refusal::conflict, "case.not_live");
    if (!before.owner_id) return refuse(Refusal::conflict, "case.in_queue_already");
    if (trimmed(summary).empty()) return refuse(Refusal::invalid, "hand_over.summary_missing", "summary");
    const auto team = before.team_id ? before.team_id : ports.brand.brand().default_team;
    if (!team) return refuse(Refusal::conflict, "case.team_missing");

    AMENDS_TRY(auto queued, queue_for(before, *team, pull_by(ports, ports.clock.now())));
    AMENDS_TRY(const auto after, write(ports, before, std::move(queued)));
    begin_wait(ports, after, {.waits_on = Side::us, .reason = "released"});
    record_hand_over(ports, before, after,
                     {.case_id = id, .summary = std::string(summary), .kind = HandOverKind::release});
    return after;
}

} // namespace amends::cases
