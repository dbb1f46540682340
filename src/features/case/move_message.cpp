// SPDX-License-Identifier: Apache-2.0
#include "case/move_message.h"

#include "case/acting.h"
#include "case/change_case.h"
#include "case/open_case.h"
#include "case/place_message.h"

#include <fmt/format.h>

namespace amends::cases {
namespace {

constexpr std::string_view by_agent = "agent";

Result<Case> case_of_its_own(const Ports& ports, const conversation::Message& message, const Case& from)
{
    const auto writer = ports.people.find(message.person_id.value_or(from.person_id));
    if (!writer) return refuse(Refusal::not_found, "person.not_found");
    const bool in = message.direction == conversation::Direction::inbound;
    const Case opened = open_case(ports, {.person = *writer,
                                          .address = in ? message.from_address : std::string(),
                                          .channel_id = from.channel_id,
                                          .channel_kind = from.channel_kind,
                                          .subject = message.subject.empty() ? from.subject : message.subject,
                                          .language = message.language.empty() ? from.language : message.language,
                                          .type = from.type,
                                          .origin_at = message.at});
    ports.cases.link(opened.id, from.id, "split", ports.clock.now());
    return opened;
}

// It is counted out where it lay. What the customer waits for there is not judged anew: rather one look too many.
Result<Case> leave(const Ports& ports, const Case& before)
{
    Case after = before;
    after.message_count = std::max<std::int64_t>(0, after.message_count - 1);
    return write(ports, before, std::move(after));
}

// What we wrote is no word of the customer: it lies there, and the case hears nothing.
Result<Case> lie_in(const Ports& ports, const conversation::Message& message, const Case& before)
{
    ports.messages.place(message.id, before.id);
    ports.cases.add(Placement{.id = ports.ids.next<PlacementId>(),
                              .message_id = message.id,
                              .case_id = before.id,
                              .evidence = std::string(by_agent),
                              .placed_by = acting_user(ports.events),
                              .at = ports.clock.now()});
    Case after = before;
    after.message_count += 1;
    after.last_message_at = std::max(after.last_message_at, message.at);
    return write(ports, before, std::move(after));
}

} // namespace

Result<Case> move_message(const Ports& ports, const MoveMessage& wish)
{
    const auto message = ports.messages.find(wish.message_id);
    if (!message || !message->case_id) return refuse(Refusal::not_found, "message.not_found");
    if (wish.to == message->case_id) return refuse(Refusal::conflict, "message.there_already", "case_id");
    AMENDS_TRY(const auto from, existing(ports, *message->case_id));
    AMENDS_TRY(const auto left, leave(ports, from));
    AMENDS_TRY(const auto to, wish.to ? existing(ports, *wish.to) : case_of_its_own(ports, *message, left));
    const bool in = message->direction == conversation::Direction::inbound;
    AMENDS_TRY(const auto joined,
               in ? join_case(ports, *message, to, std::string(by_agent)) : lie_in(ports, *message, to));
    ports.events.append(
        "message.moved", timeline::about("message", message->id, to.id),
        fmt::format(R"({{"from":{},"to":{}}})", static_cast<std::int64_t>(from.id), static_cast<std::int64_t>(to.id)));
    return joined;
}

} // namespace amends::cases
