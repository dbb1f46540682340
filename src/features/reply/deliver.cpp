// SPDX-License-Identifier: Apache-2.0
#include "reply/deliver.h"

#include "reply/addressees.h"
#include "reply/copies.h"
#include "reply/told.h"

#include <algorithm>

namespace amends::reply {
namespace {

using namespace std::chrono_literals;
using conversation::Message;
using conversation::Reach;
using conversation::Recipient;

constexpr auto told_of_delay_after = 4h;
constexpr auto longest_undo = 5min;
constexpr std::chrono::milliseconds soon = 2s;

bool ask_owner(const Ports& ports, const Recipient& claimed)
{
    Recipient unknown = claimed; // reach_at stays: that is when it left, if it left.
    unknown.reach = Reach::unconfirmed;
    unknown.claimed_until = std::nullopt;
    if (!ports.desk.messages.change(claimed, unknown)) return false;
    if (const auto message = ports.desk.messages.find(claimed.message_id))
        static_cast<void>(may_have_left(ports, *message)); // It refuses only what is not there.
    log_copy(ports, "message.unconfirmed", claimed);
    warn_owner(ports, unconfirmed_send, claimed);
    return true;
}

// What it says may be late was done, moved or released meanwhile.
bool no_longer_open(const Ports& ports, MessageId id)
{
    const auto warned = ports.replies.warned_by(id);
    return !warned.empty() && std::ranges::none_of(warned, [&](PromiseId promise) {
        const auto found = ports.promising.promises.find(promise);
        return found && (found->state == promise::State::open || found->state == promise::State::broken);
    });
}

// What we say by ourselves is not said any more when a person has answered meanwhile.
std::string pointless(const Ports& ports, const Recipient& recipient, const Message& message)
{
    if (auto reason = barred(ports, recipient.address); !reason.empty()) return reason;
    if (message.author == conversation::Author::rule && message.purpose == conversation::Purpose::service)
        return no_longer_open(ports, message.id) ? "answered" : "";
    if (message.purpose != conversation::Purpose::acknowledgement) return {};
    const auto of = ports.desk.cases.find(*message.case_id);
    return of && of->last_word == cases::LastWord::us ? "answered" : "";
}

// What nobody asked for waits until the customer's night is over; an answer leaves at once.
Instant allowed_from(const Ports& ports, const Message& message, Instant now)
{
    if (message.purpose != conversation::Purpose::survey) return now;
    const auto of = ports.desk.cases.find(*message.case_id);
    const auto person = of ? ports.desk.people.find(of->person_id) : std::nullopt;
    const bool known = person && !person->zone.empty();
    return ports.quiet.first_allowed(known ? person->zone : ports.desk.brand.brand().zone, now);
}

// A time that has passed while the message waited cannot be promised any more.
void drop_past_update(const Ports& ports, Reply& reply)
{
    if (!reply.next_update_at || *reply.next_update_at > ports.desk.clock.now()) return;
    reply.next_update_at = std::nullopt;
    ports.replies.change(reply);
}

Result<void> sent(const Ports& ports, const Recipient& recipient, const Message& message, std::string detail)
{
    if (!become(ports, recipient, Reach::sent, std::move(detail)))
        return refuse(Refusal::conflict, "message.changed_meanwhile");
    log_copy(ports, "message.sent", recipient);
    settle_warnings(ports, recipient);
    return has_left(ports, message, ports.desk.clock.now());
}

Result<void> try_later(const Ports& ports, const Recipient& recipient, const Message& message, const Handed& handed)
{
    if (!become(ports, recipient, Reach::pending, handed.reason))
        return refuse(Refusal::conflict, "message.changed_meanwhile");
    if (recipient.reach == Reach::unconfirmed) settle_warnings(ports, recipient);
    const auto now = ports.desk.clock.now();
    const auto usual = handed.soon ? soon : next_try_after(*message.send_after, now);
    const auto wait =
        std::max<std::chrono::milliseconds>(usual, std::min<std::chrono::seconds>(handed.after.value_or(0s), 1h));
    ports.desk.agenda.put(send, static_cast<std::int64_t>(recipient.id), now + wait);
    if (now - *message.send_after >= told_of_delay_after) warn_owner(ports, send_delayed, recipient);
    return {};
}

Result<void> failed(const Ports& ports, const Recipient& recipient, const Message& message, const Handed& handed)
{
    if (!become(ports, recipient, Reach::failed, handed.reason))
        return refuse(Refusal::conflict, "message.changed_meanwhile");
    log_copy(ports, "message.failed", recipient);
    settle_warnings(ports, recipient);
    warn_owner(ports, send_failed, recipient);
    return nobody_reached(ports, message.id) ? reached_nobody(ports, message) : Result<void>{};
}

} // namespace

std::chrono::milliseconds next_try_after(Instant send_after, Instant now)
{
    return std::clamp<std::chrono::milliseconds>(now - send_after, 30s, 30min);
}

std::optional<Letter> claim_send(const Ports& ports, RecipientId id)
{
    const auto now = ports.desk.clock.now();
    const auto recipient = ports.desk.messages.recipient(id);
    if (!recipient) return std::nullopt;
    if (recipient->reach == Reach::sending && recipient->claimed_until) {
        if (*recipient->claimed_until <= now) ask_owner(ports, *recipient);
        else ports.desk.agenda.put(send, static_cast<std::int64_t>(id), *recipient->claimed_until); // Look again then.
    }
    const auto message = ports.desk.messages.find(recipient->message_id);
    auto reply = ports.replies.find(recipient->message_id);
    if (recipient->reach != Reach::pending || !message || !reply) return std::nullopt;
    // Further ahead than any undo reaches, it has waited: the clock was set back since.
    if (*message->send_after > now && *message->send_after <= now + longest_undo) {
        ports.desk.agenda.put(send, static_cast<std::int64_t>(id), *message->send_after);
        return std::nullopt;
    }

    if (const Instant allowed = allowed_from(ports, *message, now); allowed > now) {
        ports.desk.agenda.put(send, static_cast<std::int64_t>(id), allowed);
        return std::nullopt;
    }
    if (auto reason = pointless(ports, *recipient, *message); !reason.empty()) {
        if (become(ports, *recipient, Reach::skipped, std::move(reason)))
            log_copy(ports, "message.skipped", *recipient);
        return std::nullopt;
    }
    const auto line = ports.channels.find(reply->channel_id);
    if (!line) return std::nullopt;
    Recipient claimed = *recipient;
    claimed.reach = Reach::sending;
    claimed.reach_at = now;
    claimed.claimed_until = now + claim_time;
    if (!ports.desk.messages.change(*recipient, claimed)) return std::nullopt;
    drop_past_update(ports, *reply);
    return letter_to(ports, claimed, *message, *reply, *line);
}

Result<void> record_send(const Ports& ports, RecipientId id, const Handed& handed)
{
    const auto recipient = ports.desk.messages.recipient(id);
    if (!recipient) return refuse(Refusal::not_found, "recipient.not_found");
    const auto message = ports.desk.messages.find(recipient->message_id);
    if (!message) return refuse(Refusal::not_found, "message.not_found");

    const bool mine = recipient->reach == Reach::sending || recipient->reach == Reach::unconfirmed;
    // A late yes wins over everything that only supposed: otherwise it would leave once more.
    if (handed.kind == Handed::accepted && (mine || recipient->reach == Reach::pending))
        return sent(ports, *recipient, *message, handed.reason);
    if (!mine) return {};
    switch (handed.kind) {
    case Handed::accepted: return {};
    case Handed::later: return try_later(ports, *recipient, *message, handed);
    case Handed::failed: return failed(ports, *recipient, *message, handed);
    case Handed::unconfirmed:
        if (recipient->reach == Reach::sending) ask_owner(ports, *recipient);
        return {};
    }
    return {};
}

int confirm_nothing_twice(const Ports& ports, const std::vector<Recipient>& claims)
{
    int asked = 0;
    for (const auto& claimed : claims) asked += ask_owner(ports, claimed) ? 1 : 0;
    return asked;
}

} // namespace amends::reply
