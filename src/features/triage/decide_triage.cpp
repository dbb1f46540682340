// SPDX-License-Identifier: Apache-2.0
#include "triage/decide_triage.h"

#include "case/acting.h"
#include "case/change_case.h"
#include "case/mark_case_spam.h"
#include "case/open_case.h"
#include "case/place_message.h"
#include "signal/open_signal.h"

#include <fmt/format.h>

#include <algorithm>

namespace amends::triage {
namespace {

using channel::RawMessage;
using channel::RawState;
using conversation::Message;

constexpr std::string_view nobody = "unknown@invalid"; // Whoever sent a mail without a sender.
constexpr std::string_view by_agent = "agent";

bool in_triage(const RawMessage& raw)
{
    return raw.state == RawState::quarantined || raw.state == RawState::unverified;
}

Result<RawMessage> existing(const Ports& ports, RawMessageId id)
{
    auto raw = ports.channels.raw(id);
    if (!raw) return refuse(Refusal::not_found, "triage.not_found");
    return *std::move(raw);
}

// What could be read of it, or an empty message that stands for it.
Message message_of(const Ports& ports, const RawMessage& raw)
{
    if (const auto known = ports.desk.messages.of_raw(raw.id)) return *known;
    return conversation::receive_message(ports.talk,
                                         {.channel_id = raw.channel_id,
                                          .raw_id = raw.id,
                                          .kind = conversation::MessageKind::email,
                                          .at = raw.received_at,
                                          .from_address = raw.sender.empty() ? std::string(nobody) : raw.sender,
                                          .language = ports.desk.brand.brand().language,
                                          .external_id = "raw-" + std::to_string(static_cast<std::int64_t>(raw.id))})
        .message;
}

Result<CaseId> join(const Ports& ports, const RawMessage& raw, const DecideTriage& wish)
{
    const auto held = ports.triage.find(raw.id);
    const auto wanted = wish.case_id ? wish.case_id : held ? held->wanted_case : std::nullopt;
    if (!wanted) return refuse(Refusal::invalid, "triage.case_missing", "case_id");
    AMENDS_TRY(const auto joined, cases::existing(ports.desk, *wanted));
    const auto message = message_of(ports, raw);
    ports.desk.cases.add(cases::Participant{.case_id = joined.id,
                                            .address = message.from_address,
                                            .name = message.from_name,
                                            .person_id = message.person_id,
                                            .role = "cc",
                                            .added_at = ports.desk.clock.now()});
    AMENDS_TRY([[maybe_unused]] const auto heard, cases::join_case(ports.desk, message, joined, std::string(by_agent)));
    return joined.id;
}

Result<CaseId> open_for(const Ports& ports, const RawMessage& raw)
{
    const auto message = message_of(ports, raw);
    const auto person = message.person_id ? ports.desk.people.find(*message.person_id) : std::nullopt;
    if (!person) return refuse(Refusal::not_found, "person.not_found");
    const auto opened = cases::open_case(ports.desk, {.person = *person,
                                                      .address = message.from_address,
                                                      .channel_id = raw.channel_id,
                                                      .channel_kind = "mail",
                                                      .subject = message.subject,
                                                      .language = message.language,
                                                      .origin_at = message.at});
    AMENDS_TRY([[maybe_unused]] const auto heard, cases::join_case(ports.desk, message, opened, std::string(by_agent)));
    return opened.id;
}

Result<void> write(const Ports& ports, const RawMessage& before, const RawMessage& after)
{
    if (!ports.channels.change(before, after)) return refuse(Refusal::conflict, "triage.decided");
    return {};
}

Result<Decided> carried_out(const Ports& ports, const RawMessage& raw, const DecideTriage& wish)
{
    switch (wish.decision) {
    case Decision::not_for_us: return Decided{};
    case Decision::accept: {
        AMENDS_TRY(const auto id, join(ports, raw, wish));
        return Decided{id};
    }
    case Decision::new_case: {
        AMENDS_TRY(const auto id, open_for(ports, raw));
        return Decided{id};
    }
    }
    return Decided{};
}

// The message lies in no case again, and whoever was let in by it is out. A case that was opened for it alone is put
// away.
Result<void> take_out(const Ports& ports, const Message& message, Instant decided_at)
{
    if (!message.case_id) return {};
    ports.desk.cases.remove(*message.case_id, message.from_address, decided_at);
    AMENDS_TRY(const auto before, cases::existing(ports.desk, *message.case_id));
    ports.desk.messages.place(message.id, std::nullopt);
    ports.desk.events.append("message.moved", timeline::about("message", message.id, before.id),
                             fmt::format(R"({{"from":{},"to":null}})", static_cast<std::int64_t>(before.id)));
    cases::Case after = before;
    after.message_count = std::max<std::int64_t>(0, after.message_count - 1);
    AMENDS_TRY(const auto left, cases::write(ports.desk, before, std::move(after)));
    if (left.message_count > 0 || !cases::live(left.status)) return {};
    AMENDS_TRY([[maybe_unused]] const auto away, cases::mark_case_spam(ports.desk, left.id));
    return {};
}

} // namespace

Result<Decided> decide_triage(const Ports& ports, const DecideTriage& wish)
{
    AMENDS_TRY(const auto raw, existing(ports, wish.id));
    if (!in_triage(raw)) return refuse(Refusal::conflict, "triage.decided");
    AMENDS_TRY(const auto decided, carried_out(ports, raw, wish));
    RawMessage after = raw;
    after.state = wish.decision == Decision::not_for_us ? RawState::filed : RawState::placed;
    after.decided_by = cases::acting_user(ports.desk.events);
    after.decided_at = ports.desk.clock.now();
    if (auto written = write(ports, raw, after); !written) return std::unexpected(written.error());
    ports.desk.agenda.strike(triage_due, static_cast<std::int64_t>(raw.id));
    signal::settle_signal(ports.signals, "not_pulled", "raw", static_cast<std::int64_t>(raw.id));
    ports.desk.events.append("triage.decided", timeline::about("raw", raw.id, decided.case_id),
                             fmt::format(R"({{"decision":"{}"}})", name_of(wish.decision)));
    return decided;
}

Result<Decided> undo_decision(const Ports& ports, RawMessageId id)
{
    AMENDS_TRY(const auto raw, existing(ports, id));
    if (in_triage(raw) || !raw.decided_at) return refuse(Refusal::conflict, "triage.not_decided");
    const auto message = ports.desk.messages.of_raw(id);
    if (message)
        if (auto out = take_out(ports, *message, *raw.decided_at); !out) return std::unexpected(out.error());
    RawMessage after = raw;
    after.state = ports.triage.find(id) ? RawState::unverified : RawState::quarantined;
    after.decided_by = std::nullopt;
    after.decided_at = std::nullopt;
    if (auto written = write(ports, raw, after); !written) return std::unexpected(written.error());
    if (after.pull_by) ports.desk.agenda.put(triage_due, static_cast<std::int64_t>(id), *after.pull_by);
    ports.desk.events.append("triage.undone", timeline::about("raw", id, message ? message->case_id : std::nullopt));
    return Decided{};
}

void miss_triage(const Ports& ports, RawMessageId id)
{
    const auto raw = ports.channels.raw(id);
    if (!raw || !in_triage(*raw) || !raw->pull_by || ports.desk.clock.now() < *raw->pull_by) return;
    signal::open_signal(ports.signals,
                        {.detector = "not_pulled",
                         .subject_kind = "raw",
                         .subject = static_cast<std::int64_t>(id),
                         .evidence = fmt::format(R"({{"pull_by":{}}})", raw->pull_by->time_since_epoch().count())});
}

} // namespace amends::triage
