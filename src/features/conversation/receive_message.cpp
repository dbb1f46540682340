// SPDX-License-Identifier: Apache-2.0
#include "conversation/receive_message.h"

namespace amends::conversation {
namespace {

constexpr std::size_t mark_length = 16;

void keep_files(const Ports& ports, const Received& received, const Message& message)
{
    for (const auto& file : received.files)
        ports.messages.add(Attachment{.id = ports.ids.next<AttachmentId>(),
                                      .handle = ports.new_handle(),
                                      .message_id = message.id,
                                      .name = file.name,
                                      .mime = file.mime,
                                      .size = file.size,
                                      .blob = file.blob,
                                      .content_id = file.content_id,
                                      .in_line = file.in_line,
                                      .at = message.at});
}

void keep_addressees(const Ports& ports, const Received& received, const Message& message)
{
    for (const auto& addressee : received.addressees)
        ports.messages.add(Recipient{.id = ports.ids.next<RecipientId>(),
                                     .message_id = message.id,
                                     .address = addressee.address,
                                     .name = addressee.name,
                                     .role = addressee.role,
                                     .reach = Reach::delivered,
                                     .reach_at = message.at});
}

Message message_from(const Ports& ports, const Received& received, const person::Person& person)
{
    return {.id = ports.ids.next<MessageId>(),
            .conversation_id = ports.messages.conversation_with(person.id, received.channel_id, ports.ids, received.at),
            .raw_id = received.raw_id,
            .direction = Direction::inbound,
            .kind = received.kind,
            .author = Author::customer,
            .person_id = person.id,
            .from_name = received.from_name,
            .from_address = received.from_address,
            .purpose = Purpose::service,
            .subject = received.subject,
            .text_id = ports.ids.next<TextId>(),
            .visible_length = received.visible_length,
            .html_blob = received.html_blob,
            .language = received.language,
            .right_to_left = received.right_to_left,
            .automatic = received.automatic,
            .in_reply_to = received.in_reply_to,
            .proof = received.proof,
            .body_hash = received.body_hash,
            .has_attachments = !received.files.empty(),
            .at = received.at};
}

} // namespace

std::string provider_id_of(std::string_view external_id, std::string_view body_hash,
                           const std::optional<Message>& holder)
{
    const std::string mark(body_hash.substr(0, mark_length));
    if (external_id.empty()) return "none-" + mark;
    if (holder && holder->body_hash != body_hash) return std::string(external_id) + "#" + mark;
    return std::string(external_id);
}

Kept receive_message(const Ports& ports, const Received& received)
{
    const auto holder = received.external_id.empty() ? std::nullopt : ports.messages.inbound_with(received.external_id);
    const auto provider_id = provider_id_of(received.external_id, received.body_hash, holder);
    const auto same = holder && provider_id == received.external_id ? holder : ports.messages.inbound_with(provider_id);
    if (same && same->person_id) {
        ports.messages.count_again(same->id);
        return {*same, ports.people.find(*same->person_id).value_or(person::Person{}), true};
    }

    const auto met = person::meet_person(
        ports.people, ports.ids, {received.from_name, received.from_address, received.language}, ports.clock.now());
    auto message = message_from(ports, received, met.person);
    message.provider_id = provider_id;
    ports.texts.add(message.text_id, received.language, received.text);
    ports.messages.add(message);
    keep_addressees(ports, received, message);
    keep_files(ports, received, message);
    ports.events.append("message.received", timeline::about("message", message.id));
    return {std::move(message), met.person, false};
}

} // namespace amends::conversation
