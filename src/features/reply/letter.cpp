// SPDX-License-Identifier: Apache-2.0
#include "reply/letter.h"

#include "case/change_case.h"
#include "reply/renew_link.h"

#include <algorithm>

namespace amends::reply {
namespace {

using conversation::Message;
using conversation::Recipient;
using conversation::Role;

constexpr std::size_t longest_local_part = 64;
constexpr std::size_t longest_id = 250;
constexpr int longest_chain = 10;

std::string sender_of(const brand::Brand& brand, const Message& message)
{
    const auto& desk = brand.sender_name.empty() ? brand.name : brand.sender_name;
    if (message.author == conversation::Author::rule || message.from_name.empty()) return desk;
    return desk.empty() ? message.from_name : message.from_name + ", " + desk;
}

// A Message-ID that another mail had already is stored with a mark of its body behind it, which is ours alone.
std::string without_mark(std::string id)
{
    constexpr std::size_t mark = 17; // "#" and 16 digits.
    if (id.size() <= mark || id[id.size() - mark] != '#') return id;
    if (id.find_first_not_of("0123456789abcdef", id.size() - mark + 1) != std::string::npos) return id;
    id.resize(id.size() - mark);
    return id;
}

// The copy of an outbound message that this address got.
std::string copy_for(const Ports& ports, MessageId id, std::string_view address)
{
    for (const auto& copy : ports.desk.messages.recipients(id))
        if (copy.address == address && copy.reach != conversation::Reach::skipped) return copy.provider_ref;
    return {};
}

// What this addressee has seen of the talk so far, oldest first.
std::vector<std::string> chain(const Ports& ports, const Recipient& recipient, const Message& message)
{
    std::vector<std::string> ids;
    for (const auto& other : ports.desk.messages.of_case(*message.case_id, message.at, message.id, longest_chain)) {
        const bool inbound = other.direction == conversation::Direction::inbound;
        auto id = inbound ? without_mark(other.provider_id) : copy_for(ports, other.id, recipient.address);
        if (sound_message_id(id)) ids.push_back(std::move(id));
    }
    std::ranges::reverse(ids);
    auto answered = without_mark(message.in_reply_to);
    if (sound_message_id(answered)) { // What is answered comes last.
        std::erase(ids, answered);
        ids.push_back(std::move(answered));
    }
    return ids;
}

void add_addressees(const Ports& ports, const Message& message, Letter& letter)
{
    for (const auto& copy : ports.desk.messages.recipients(message.id)) {
        if (copy.role == Role::bcc) continue;
        auto& list = copy.role == Role::to ? letter.to : letter.cc;
        list.push_back({copy.name, copy.address});
    }
}

// The desk's own sentences, where it does not speak the customer's language.
std::string spoken(const Ports& ports, const Message& message)
{
    return ports.phrases.speaks(message.language) ? message.language : ports.desk.brand.brand().language;
}

// Only the customer whose case it is has a page: a copy to somebody else opens nothing (T14).
void add_link(const Ports& ports, const Recipient& recipient, const Message& message, Letter& letter)
{
    const auto of = ports.desk.cases.find(*message.case_id);
    const auto point = ports.desk.people.at(person::ContactKind::email, recipient.address);
    if (ports.public_address.empty() || !of || !point || point->person_id != of->person_id) return;
    letter.link_words = ports.phrases.link(spoken(ports, message));
    letter.link = ports.public_address +
                  link_path(ports.links, ports.desk.brand.brand().id, *of, of->person_id, link_until(message));
}

std::string zone_of(const Ports& ports, CaseId id)
{
    const auto of = ports.desk.cases.find(id);
    const auto person = of ? ports.desk.people.find(of->person_id) : std::nullopt;
    return person && !person->zone.empty() ? person->zone : ports.desk.brand.brand().zone;
}

} // namespace

std::string tagged_address(std::string_view address, std::string_view token)
{
    const auto at = address.rfind('@');
    if (at == std::string_view::npos || at + 1 + token.size() > longest_local_part) return std::string(address);
    return std::string(address.substr(0, at)).append("+").append(token).append(address.substr(at));
}

bool sound_message_id(std::string_view id)
{
    const auto plain = [](char letter) {
        return letter > ' ' && letter < 0x7f &&
               std::string_view("<>()[],;:\\\"").find(letter) == std::string_view::npos;
    };
    return !id.empty() && id.size() <= longest_id && std::ranges::count(id, '@') == 1 && id.front() != '@' &&
           id.back() != '@' && std::ranges::all_of(id, plain);
}

Letter letter_to(const Ports& ports, const Recipient& recipient, const Message& message, const Reply& reply,
                 const channel::Channel& line)
{
    const auto& brand = ports.desk.brand.brand();
    const auto bounces = conversation::bounce_token(message.id, recipient.tag);
    auto references = chain(ports, recipient, message);
    auto answered = without_mark(message.in_reply_to);
    Letter letter{.recipient_id = recipient.id,
                  .message_id = message.id,
                  .channel_id = line.id,
                  .from = {sender_of(brand, message), line.address},
                  .reply_to = tagged_address(line.address, conversation::case_token(reply.case_id, recipient.tag)),
                  .to_address = recipient.address,
                  .envelope_from = tagged_address(line.address, bounces),
                  .envelope_id = bounces,
                  .message_id_line = recipient.provider_ref,
                  .in_reply_to = sound_message_id(answered) ? std::move(answered) : std::string(),
                  .references = std::move(references),
                  .date = message.at,
                  .subject = message.subject,
                  .language = message.language,
                  .right_to_left = message.right_to_left,
                  .automatic = message.author != conversation::Author::agent,
                  .text = ports.desk.texts.text(message.text_id),
                  .signature = brand.signature,
                  .files = ports.desk.messages.attachments(message.id)};
    add_addressees(ports, message, letter);
    add_link(ports, recipient, message, letter);
    if (reply.next_update_at)
        letter.next_update =
            ports.phrases.next_update(spoken(ports, message), zone_of(ports, reply.case_id), *reply.next_update_at);
    return letter;
}

} // namespace amends::reply
