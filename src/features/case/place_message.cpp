// SPDX-License-Identifier: Apache-2.0
#include "case/place_message.h"

#include "case/change_case.h"
#include "case/open_case.h"

#include <fmt/format.h>

#include <algorithm>

namespace amends::cases {
namespace {

bool takes_part(const Ports& ports, CaseId id, std::string_view address)
{
    const auto participants = ports.cases.participants(id);
    return std::ranges::any_of(participants, [&](const Participant& p) { return p.address == address; });
}

void record_placement(const Ports& ports, const conversation::Message& message, CaseId id, std::string evidence)
{
    const auto actor = ports.events.actor();
    ports.messages.place(message.id, id);
    ports.cases.add(Placement{
        .id = ports.ids.next<PlacementId>(),
        .message_id = message.id,
        .case_id = id,
        .evidence = std::move(evidence),
        .placed_by = actor.kind == timeline::Actor::user ? std::optional(static_cast<UserId>(actor.id)) : std::nullopt,
        .at = ports.clock.now()});
    ports.events.append("message.placed", timeline::about("message", message.id, id));
}

// The case counts it; when a person wrote it, the case hears it too.
Result<Case> hear(const Ports& ports, const conversation::Message& message, const Case& before)
{
    Case after = before;
    const bool person = written_by_a_person(message);
    const bool back = person && (settling(before.status) || ended(before.status));
    if (person) after = customer_wrote(std::move(after), message.at, pull_by(ports, ports.clock.now()));
    if (back)
        after.next_update_at = ports.brand.times().after_open_days(
            ports.clock.now(), static_cast<int>(ports.brand.brand().first_update_days));
    after.message_count += 1;
    after.last_message_at = std::max(after.last_message_at, message.at);
    AMENDS_TRY(auto heard, write(ports, before, std::move(after)));
    if (back || (person && before.status == Status::waiting))
        begin_wait(ports, heard, {.waits_on = Side::us, .reason = "customer_wrote"});
    if (back) ports.events.append("case.reopened", timeline::about(heard.id));
    return heard;
}

Result<Placed> open_for(const Ports& ports, const PlaceMessage& wish, const Verdict& verdict)
{
    const Case opened = open_case(ports, {.person = wish.person,
                                          .address = wish.message.from_address,
                                          .channel_id = wish.channel_id,
                                          .channel_kind = wish.channel_kind,
                                          .subject = wish.message.subject,
                                          .language = wish.message.language,
                                          .type = wish.type,
                                          .origin_at = wish.message.at,
                                          .mark = wish.found_late ? "found_late" : "",
                                          .history = wish.history});
    record_placement(ports, wish.message, opened.id, verdict.evidence);
    if (verdict.wanted) ports.cases.link(opened.id, *verdict.wanted, "proposed", ports.clock.now());
    Case counted = opened;
    counted.message_count = 1;
    AMENDS_TRY(const auto written, write(ports, opened, std::move(counted)));
    return Placed{Placed::in_case, written.id, verdict, true};
}

// A closed case that may no longer be reopened gets a follower that is linked to it.
Result<Placed> continue_in_new_case(const Ports& ports, const PlaceMessage& wish, const Case& ended,
                                    const Verdict& verdict)
{
    AMENDS_TRY(auto placed, open_for(ports, wish, {.kind = Verdict::open, .evidence = verdict.evidence}));
    ports.cases.link(*placed.case_id, ended.id, "continues", ports.clock.now());
    return placed;
}

} // namespace

bool written_by_a_person(const conversation::Message& message)
{
    return message.automatic.empty() || message.automatic == "no_reply" || message.automatic == "list";
}

Result<Case> join_case(const Ports& ports, const conversation::Message& message, const Case& joined,
                       std::string evidence)
{
    record_placement(ports, message, joined.id, std::move(evidence));
    const auto shown = shown_as(ports.cases, joined.id);
    if (shown == joined.id) return hear(ports, message, joined);
    AMENDS_TRY(const auto target, existing(ports, shown));
    return hear(ports, message, target);
}

Result<Placed> place_message(const Ports& ports, const PlaceMessage& wish)
{
    const auto verdict = place(wish.clues, [&](CaseId id) { return takes_part(ports, id, wish.message.from_address); });
    if (verdict.kind == Verdict::hold) return Placed{Placed::held, std::nullopt, verdict};
    if (verdict.kind == Verdict::open) {
        const bool reply_of_a_machine = wish.message.automatic == "auto_reply";
        return reply_of_a_machine ? Placed{.verdict = verdict} : open_for(ports, wish, verdict);
    }

    AMENDS_TRY(const auto wanted, existing(ports, *verdict.wanted));
    const auto days = ports.brand.brand().reopen_days;
    if (ended(wanted.status) && written_by_a_person(wish.message) && !may_reopen(wanted, ports.clock.now(), days))
        return continue_in_new_case(ports, wish, wanted, verdict);
    AMENDS_TRY(const auto joined, join_case(ports, wish.message, wanted, verdict.evidence));
    return Placed{Placed::in_case, joined.id, verdict};
}

} // namespace amends::cases
