// SPDX-License-Identifier: Apache-2.0
#include "case/hand_over_case.h"

#include "case/acting.h"
#include "case/change_case.h"
#include "case/write_note.h"

#include <fmt/format.h>

#include <algorithm>

namespace amends::cases {
namespace {

// Raising a matter means a person with a name and a time that the customer can count on (R054).
Result<void> check_escalation(const Ports& ports, const HandOverCase& wish)
{
    if (!wish.to_user) return refuse(Refusal::invalid, "hand_over.senior_missing", "user_id");
    if (!ports.staff.senior(*wish.to_user)) return refuse(Refusal::invalid, "hand_over.not_senior", "user_id");
    if (!wish.contact_by) return refuse(Refusal::invalid, "hand_over.contact_missing", "contact_by");
    if (*wish.contact_by <= ports.clock.now())
        return refuse(Refusal::invalid, "hand_over.contact_in_past", "contact_by");
    return {};
}

// Full hands are given no more, unless a lead says so; the reason that each hand-over has is then the lead's.
Result<void> check_room(const Ports& ports, const HandOverCase& wish)
{
    if (!wish.over_cap) return {};
    const auto by = acting_user(ports.events);
    if (by && ports.staff.senior(*by)) return {};
    return refuse(Refusal::conflict, "hand_over.receiver_full", "user_id");
}

Result<void> check(const Ports& ports, const HandOverCase& wish)
{
    if (trimmed(wish.summary).empty()) return refuse(Refusal::invalid, "hand_over.summary_missing", "summary");
    if (!wish.kind || wish.kind == HandOverKind::release)
        return refuse(Refusal::invalid, "hand_over.kind_missing", "kind");
    if (!wish.reason) return refuse(Refusal::invalid, "hand_over.reason_missing", "reason");
    if (wish.to_user.has_value() == wish.to_team.has_value())
        return refuse(Refusal::invalid, "hand_over.receiver_missing", "user_id");
    if (wish.to_user && !ports.staff.may_own(*wish.to_user))
        return refuse(Refusal::invalid, "hand_over.receiver_unknown", "user_id");
    if (auto room = check_room(ports, wish); !room) return room;
    if (wish.to_team && !ports.staff.team_exists(*wish.to_team))
        return refuse(Refusal::invalid, "hand_over.receiver_unknown", "team_id");
    if (wish.kind == HandOverKind::hierarchical) return check_escalation(ports, wish);
    return {};
}

Result<Case> given_to(const Ports& ports, const Case& before, const HandOverCase& wish)
{
    if (wish.to_team) return queue_for(before, *wish.to_team, pull_by(ports, ports.clock.now()));
    if (before.owner_id == wish.to_user) return refuse(Refusal::conflict, "hand_over.theirs_already", "user_id");
    AMENDS_TRY(auto handed, hand_to(before, *wish.to_user));
    handed.unread = true;                        // For its new owner it is.
    if (wish.kind == HandOverKind::hierarchical) // The customer hears from us then, or before.
        handed.next_update_at = std::min(handed.next_update_at.value_or(*wish.contact_by), *wish.contact_by);
    return handed;
}

std::string told(const Case& after, const HandOverCase& wish)
{
    const bool person = after.owner_id.has_value();
    const auto to = person ? static_cast<std::int64_t>(*after.owner_id)
                           : static_cast<std::int64_t>(after.team_id.value_or(TeamId{}));
    std::string text = fmt::format(R"({{"{}":{},"kind":"{}")", person ? "owner" : "team", to, name_of(*wish.kind));
    if (wish.reason) text += fmt::format(R"(,"code":"{}")", name_of(*wish.reason));
    if (wish.over_cap) text += R"(,"over_cap":true)";
    if (wish.contact_by) text += fmt::format(R"(,"contact_by":{})", wish.contact_by->time_since_epoch().count());
    return text + "}";
}

} // namespace

void record_hand_over(const Ports& ports, const Case& before, const Case& after, const HandOverCase& wish)
{
    const auto words = keep_text(ports, after.language, trimmed(wish.summary));
    const bool released = wish.kind == HandOverKind::release;
    ports.cases.add(HandOver{.id = ports.ids.next<HandOverId>(),
                             .case_id = after.id,
                             .kind = *wish.kind,
                             .reason = wish.reason,
                             .from_owner = before.owner_id,
                             .from_team = before.team_id,
                             .to_owner = after.owner_id,
                             .to_team = after.team_id,
                             .summary = words,
                             .made_by = acting_user(ports.events),
                             .at = ports.clock.now(),
                             .contact_promise = wish.contact_promise,
                             .kept_origin_at = before.origin_at,
                             .kept_waiting_since = before.waiting_since});
    keep_note(ports, after.id, words);
    ports.events.append(released ? "case.released" : "case.handed_over", timeline::about(after.id), told(after, wish));
}

Result<Case> hand_over_case(const Ports& ports, HandOverCase wish)
{
    wish.over_cap = wish.to_user && !ports.staff.may_take_more(*wish.to_user);
    if (auto sound = check(ports, wish); !sound) return std::unexpected(sound.error());
    AMENDS_TRY(const auto before, existing(ports, wish.case_id));
    AMENDS_TRY(auto given, given_to(ports, before, wish));
    AMENDS_TRY(const auto after, write(ports, before, std::move(given)));
    // Who waits for a customer or partner keeps waiting; all else now waits on the receiver.
    if (after.status != Status::waiting) begin_wait(ports, after, {.waits_on = Side::us, .reason = "handed_over"});
    record_hand_over(ports, before, after, wish);
    return after;
}

} // namespace amends::cases
