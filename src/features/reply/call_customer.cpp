// SPDX-License-Identifier: Apache-2.0
#include "reply/call_customer.h"

#include "case/acting.h"
#include "case/change_case.h"
#include "case/write_note.h"
#include "promise/fulfil_promise.h"
#include "promise/keep_updates.h"
#include "reply/addressees.h"

namespace amends::reply {
namespace {

std::optional<promise::Promise> agreed_call(const Ports& ports, CaseId id)
{
    const Instant now = ports.desk.clock.now();
    for (const auto& each : ports.promising.promises.of_case(id))
        if (each.kind == promise::Kind::appointment && promise::owed(each) && each.due_at >= now - agreed_about_now &&
            each.due_at <= now + agreed_about_now)
            return each;
    return std::nullopt;
}

void write_contact(const Ports& ports, const cases::Case& of)
{
    const Instant now = ports.desk.clock.now();
    ports.replies.add(Contact{.id = ports.desk.ids.next<ContactId>(),
                              .person_id = of.person_id,
                              .channel_id = of.channel_id,
                              .source = ContactSource::agent,
                              .started_at = now,
                              .ended_at = now,
                              .case_id = of.id});
}

Result<void> heard(const Ports& ports, CaseId id)
{
    const Instant now = ports.desk.clock.now();
    promise::keep_updates(ports.promising, id, MessageId{}, now);
    AMENDS_TRY(const auto of, cases::existing(ports.desk, id));
    AMENDS_TRY([[maybe_unused]] const auto told, cases::write(ports.desk, of, cases::told(of, now, std::nullopt)));
    return {};
}

} // namespace

Result<void> call_customer(const Ports& ports, UserId by, const CallCustomer& wish)
{
    AMENDS_TRY(const auto of, cases::existing(ports.desk, wish.case_id));
    if (!cases::live(of.status)) return refuse(Refusal::conflict, "case.not_live");
    if (of.owner_id != by) return refuse(Refusal::conflict, "case.take_first");
    const auto agreed = agreed_call(ports, of.id);
    const Instant now = ports.desk.clock.now();
    if (!agreed && ports.quiet.first_allowed(zone_of(ports, of.person_id), now) > now)
        return refuse(Refusal::conflict, "contact.quiet_hours");
    const auto summary = cases::trimmed(wish.summary);
    if (summary.empty()) return refuse(Refusal::invalid, "contact.summary_missing", "summary");
    AMENDS_TRY([[maybe_unused]] const auto note, cases::write_note(ports.desk, of.id, summary));
    write_contact(ports, of);
    ports.desk.events.append(wish.reached ? "contact.called" : "contact.not_reached", timeline::about(of.id));
    if (wish.reached)
        if (auto done = heard(ports, of.id); !done) return done;
    // A call that nobody answers is not the call's fault: it was made at the time that was agreed.
    if (agreed) {
        AMENDS_TRY([[maybe_unused]] const auto kept, promise::fulfil_promise(ports.promising, agreed->id, ""));
    }
    return {};
}

} // namespace amends::reply
