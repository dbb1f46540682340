// SPDX-License-Identifier: Apache-2.0
#include "relief/relief.h"

#include "case/change_case.h"

namespace amends::relief {

Result<Relief> ask_relief(const Ports& ports, CaseId id, UserId by, cases::HandOverReason reason)
{
    const auto& desk = ports.hands.desk;
    AMENDS_TRY(const auto of, cases::existing(desk, id));
    if (!cases::live(of.status)) return refuse(Refusal::conflict, "case.not_live");
    if (of.owner_id != by) return refuse(Refusal::conflict, "relief.not_yours");
    const Relief asked{
        .id = desk.ids.next<ReliefId>(), .case_id = id, .asked_by = by, .reason = reason, .asked_at = desk.clock.now()};
    if (!ports.reliefs.add(asked)) return refuse(Refusal::conflict, "relief.asked_already");
    desk.events.append("relief.asked", timeline::about(id), R"({"code":")" + std::string(name_of(reason)) + "\"}");
    return asked;
}

Result<Relief> decide_relief(const Ports& ports, const Decision& wish, UserId by)
{
    const auto& desk = ports.hands.desk;
    const auto asked = ports.reliefs.asked(wish.case_id);
    if (!asked) return refuse(Refusal::not_found, "relief.not_found");
    Relief decided = *asked;
    decided.state = wish.grant ? State::granted : State::declined;
    decided.decided_by = by;
    decided.decided_at = desk.clock.now();
    if (!ports.reliefs.decide(decided)) return refuse(Refusal::not_found, "relief.not_found");
    desk.events.append("relief.decided", timeline::about(wish.case_id),
                       R"({"state":")" + std::string(name_of(decided.state)) + "\"}");
    if (!wish.grant) return decided;
    AMENDS_TRY([[maybe_unused]] const auto given,
               give_on(ports, {wish.case_id, asked->asked_by, wish.to_user, wish.to_team, cases::HandOverKind::relief,
                               asked->reason}));
    return decided;
}

Result<cases::Case> give_on(const Ports& ports, const GiveOn& wish)
{
    AMENDS_TRY(const auto facts, handover::facts_of(ports.hands, wish.case_id));
    if (facts.of.owner_id != wish.from || !cases::live(facts.of.status))
        return refuse(Refusal::conflict, "rebalance.stale");
    auto team = wish.to_team;
    if (!wish.to_user && !team)
        team = facts.of.team_id ? facts.of.team_id : ports.hands.desk.brand.brand().default_team;
    return handover::hand_over(ports.hands, {.case_id = wish.case_id,
                                             .to_user = wish.to_user,
                                             .to_team = team,
                                             .summary = handover::draft_summary(facts, ports.draft),
                                             .kind = wish.kind,
                                             .reason = wish.reason});
}

} // namespace amends::relief
