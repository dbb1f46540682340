// SPDX-License-Identifier: Apache-2.0
#include "guest/guest_view.h"

namespace amends::guest {
namespace {

std::optional<std::string> name_in(const std::optional<cases::Who>& who)
{
    return who ? std::optional(who->name) : std::nullopt;
}

bool has_left(const cases::MessageView& message)
{
    using conversation::State;
    return message.direction == cases::ShownDirection::in || message.state == State::sent ||
           message.state == State::failed || message.state == State::unconfirmed;
}

GuestMessage guest_message(const cases::MessageView& message)
{
    GuestMessage shown{.id = message.id,
                       .at = message.at,
                       .ours = message.direction == cases::ShownDirection::out,
                       .name = message.author_name,
                       .text = message.visible_text,
                       .right_to_left = message.right_to_left};
    for (const auto& file : message.attachments) shown.files.push_back(file.name);
    return shown;
}

std::vector<GuestPromise> guest_promises(const std::vector<cases::PromiseView>& promises)
{
    std::vector<GuestPromise> shown;
    for (const auto& promise : promises)
        if (promise.side == "us")
            shown.push_back({promise.kind, promise.text, promise.due_at, promise.state, promise.ended_at});
    return shown;
}

} // namespace

bool shown_to_guests(cases::Status status) { return status != cases::Status::spam && status != cases::Status::merged; }

GuestRow guest_row(const cases::CaseRow& row)
{
    return {.id = row.id,
            .number = row.number,
            .ref = row.ref,
            .subject = row.subject,
            .status = row.status,
            .customer = row.customer.name.empty() ? row.customer.address : row.customer.name,
            .owner = name_in(row.owner),
            .team = name_in(row.team),
            .channel = row.channel,
            .message_count = row.message_count,
            .last_message_at = row.last_message_at,
            .next_update_at = row.next_update_at,
            .late = row.late};
}

std::vector<GuestMessage> guest_messages(const std::vector<cases::MessageView>& messages)
{
    std::vector<GuestMessage> shown;
    for (const auto& message : messages)
        if (has_left(message)) shown.push_back(guest_message(message));
    return shown;
}

GuestView guest_view(const cases::CaseView& view)
{
    GuestView shown{guest_row(view)};
    shown.origin_at = view.origin_at;
    shown.resolved_at = view.resolved_at;
    shown.closed_at = view.closed_at;
    shown.promises = guest_promises(view.promises);
    shown.messages = guest_messages(view.messages);
    shown.older = view.older;
    return shown;
}

} // namespace amends::guest
