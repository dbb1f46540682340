// SPDX-License-Identifier: Apache-2.0
#include "reply/decide_recipient.h"

#include "reply/copies.h"
#include "reply/told.h"

#include <fmt/format.h>

namespace amends::reply {
namespace {

using conversation::Message;
using conversation::Reach;
using conversation::Recipient;

bool may_be_decided(Reach reach, Decision decision)
{
    return reach == Reach::unconfirmed || (reach == Reach::failed && decision == Decision::send_again);
}

Result<void> follow_up(const Ports& ports, const Recipient& before, const Message& message, Decision decision)
{
    switch (decision) {
    case Decision::sent: return has_left(ports, message, before.reach_at); // When it was handed over.
    case Decision::failed: return nobody_reached(ports, message.id) ? reached_nobody(ports, message) : Result<void>{};
    case Decision::send_again:
        ports.desk.agenda.put(send, static_cast<std::int64_t>(before.id), ports.desk.clock.now());
        return {};
    }
    return {};
}

Reach reach_after(Decision decision)
{
    switch (decision) {
    case Decision::sent: return Reach::sent;
    case Decision::send_again: return Reach::pending;
    case Decision::failed: return Reach::failed;
    }
    return Reach::failed;
}

} // namespace

Result<void> decide_recipient(const Ports& ports, const DecideRecipient& wish)
{
    const auto copy = ports.desk.messages.recipient(wish.recipient_id);
    const auto message = ports.desk.messages.find(wish.message_id);
    const bool outbound = message && message->direction == conversation::Direction::outbound;
    if (!copy || !outbound || copy->message_id != message->id) return refuse(Refusal::not_found, "recipient.not_found");
    if (!may_be_decided(copy->reach, wish.decision) || !become(ports, *copy, reach_after(wish.decision), copy->detail))
        return refuse(Refusal::conflict, "recipient.decided_already");

    settle_warnings(ports, *copy);
    ports.desk.events.append("message.decided", timeline::about("message", message->id, copy->case_id),
                             fmt::format(R"({{"recipient":{},"decision":"{}"}})", static_cast<std::int64_t>(copy->id),
                                         name_of(wish.decision)));
    return follow_up(ports, *copy, *message, wish.decision);
}

} // namespace amends::reply
