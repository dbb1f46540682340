// SPDX-License-Identifier: Apache-2.0
#include "case/hand_over_case.h"

#include "case/acting.h"
#include "case/change_case.h"
#include "case/write_note.h"

#include <fmt/format.h>

namespace amends::cases {
namespace {

Result<void> check(const Ports& ports, const HandOverCase& wish)
{
    if (trimmed(wish.summary).empty()) return refuse(Refusal::invalid, "hand_over.summary_missing", "summary");
    if (wish.to_user.has_value() == wish.to_team.has_value())
        return refuse(Refusal::invalid, "hand_over.receiver_missing", "user_id");
    if (wish.to_user && !ports.staff.may_own(*wish.to_user))
        return refuse(Refusal::invalid, "hand_over.receiver_unknown", "user_id");
    if (wish.to_team && !ports.staff.team_exists(*wish.to_team))
        return refuse(Refusal::invalid, "hand_over.receiver_unknown", "team_id");
    return {};
}

Result<Case> given_to(const Ports& ports, const Case& before, const HandOverCase& wish)
{
    if (wish.to_team) return queue_for(before, *wish.to_team, pull_by(ports, ports.clock.now()));
    if (before.owner_id == wish.to_user) return refuse(Refusal::conflict, "hand_over.theirs_already", "user_id");
    AMENDS_TRY(auto handed, hand_to(before, *wish.to_user));
    handed.unread = true; // For its new owner it is.
    return handed;
}

std::string to_whom(const Case& after)
{
    if (after.owner_id) return fmt::format(R"({{"owner":{}}})", static_cast<std::int64_t>(*after.owner_id));
    return fmt::format(R"({{"team":{}}})", static_cast<std::int64_t>(after.team_id.value_or(TeamId{})));
}

} // namespace

void record_hand_over(const Ports& ports, const Case& before, const Case& after, std::string kind,
                      std::string_view summary)
{
    const auto words = keep_text(ports, after.language, trimmed(summary));
    const bool released = kind == "release";
    ports.cases.add(HandOver{.id = ports.ids.next<HandOverId>(),
                             .case_id = after.id,
                             .kind = std::move(kind),
                             .from_owner = before.owner_id,
                             .from_team = before.team_id,
                             .to_owner = after.owner_id,
                             .to_team = after.team_id,
                             .summary = words,
                             .made_by = acting_user(ports.events),
                             .at = ports.clock.now()});
    keep_note(ports, after.id, words);
    ports.events.append(released ? "case.released" : "case.handed_over", timeline::about(after.id), to_whom(after));
}

Result<Case> hand_over_case(const Ports& ports, const HandOverCase& wish)
{
    if (auto sound = check(ports, wish); !sound) return std::unexpected(sound.error());
    AMENDS_TRY(const auto before, existing(ports, wish.case_id));
    AMENDS_TRY(auto given, given_to(ports, before, wish));
    AMENDS_TRY(const auto after, write(ports, before, std::move(given)));
    // Who waits for a customer or partner keeps waiting; all else now waits on the receiver.
    if (after.status != Status::waiting) begin_wait(ports, after, {.waits_on = Side::us, .reason = "handed_over"});
    record_hand_over(ports, before, after, "transfer", wish.summary);
    return after;
}

} // namespace amends::cases
