// SPDX-License-Identifier: Apache-2.0
#include "reply/outgoing.h"

#include "case/change_case.h"

namespace amends::reply {
namespace {

bool a_mail_line(const std::optional<channel::Channel>& found)
{
    return found && found->kind == channel::Kind::mail && !found->removed_at && !found->address.empty();
}

void add_addressee(const Ports& ports, const Outgoing& outgoing, const Addressee& addressee)
{
    const auto& message = outgoing.message;
    const auto tag = ports.tokens.tag(outgoing.of.id, message.id, addressee.address);
    const bool skipped = !addressee.skipped.empty();
    const conversation::Recipient recipient{.id = ports.desk.ids.next<RecipientId>(),
                                            .message_id = message.id,
                                            .case_id = outgoing.of.id,
                                            .address = addressee.address,
                                            .name = addressee.name,
                                            .role = addressee.role,
                                            .reach =
                                                skipped ? conversation::Reach::skipped : conversation::Reach::pending,
                                            .reach_at = ports.desk.clock.now(),
                                            .detail = addressee.skipped,
                                            .tag = tag,
                                            .provider_ref = message_id_of(outgoing.line, outgoing.of.id, tag)};
    ports.desk.messages.add(recipient);
    if (!skipped) ports.desk.agenda.put(send, static_cast<std::int64_t>(recipient.id), *message.send_after);
}

} // namespace

Result<channel::Channel> outgoing_line(const Ports& ports, const cases::Case& of)
{
    auto line = ports.channels.find(of.channel_id);
    if (!a_mail_line(line)) line = ports.channels.of_kind(channel::Kind::mail);
    if (!a_mail_line(line)) return refuse(Refusal::conflict, "reply.no_mail_line");
    return *std::move(line);
}

std::string message_id_of(const channel::Channel& line, CaseId of, std::string_view tag)
{
    return conversation::case_token(of, tag) + line.address.substr(line.address.rfind('@'));
}

conversation::Message put_into_queue(const Ports& ports, Outgoing outgoing)
{
    auto& message = outgoing.message;
    const auto& desk = ports.desk;
    message.id = desk.ids.next<MessageId>();
    message.conversation_id =
        desk.messages.conversation_with(outgoing.of.person_id, outgoing.line.id, desk.ids, message.at);
    message.case_id = outgoing.of.id;
    message.direction = conversation::Direction::outbound;
    message.kind = conversation::MessageKind::email;
    message.from_address = outgoing.line.address;
    message.text_id = cases::keep_text(ports.desk, message.language, outgoing.text);
    message.visible_length = static_cast<std::int64_t>(outgoing.text.size());
    message.right_to_left = right_to_left(outgoing.text);
    desk.messages.add(message);
    for (const auto& addressee : outgoing.addressees) add_addressee(ports, outgoing, addressee);
    desk.events.append("message.queued", timeline::about("message", message.id, outgoing.of.id));
    return message;
}

Reply reply_to(const cases::Case& before, const conversation::Message& message, ChannelId line)
{
    return {.message_id = message.id,
            .case_id = before.id,
            .channel_id = line,
            .former_status = before.status,
            .former_owner = before.owner_id,
            .former_pull_by = before.pull_by,
            .former_next_update_at = before.next_update_at,
            .former_last_message_at = before.last_message_at,
            .former_waiting_since = before.waiting_since,
            .former_last_told_at = before.last_told_at,
            .former_last_word = before.last_word};
}

} // namespace amends::reply
