// SPDX-License-Identifier: Apache-2.0
#include "reply/hear_report.h"

#include "reply/copies.h"
#include "reply/told.h"

#include <algorithm>

namespace amends::reply {
namespace {

using conversation::Message;
using conversation::Reach;
using conversation::Recipient;

constexpr std::size_t longest_detail = 300;

std::optional<Recipient> copy_with(const Ports& ports, const std::string& text)
{
    const auto token = conversation::token_in(text.find('@') == std::string::npos ? text + "@" : text);
    if (!token) return std::nullopt;
    auto copy = ports.desk.messages.recipient_with(token->tag);
    const bool genuine =
        copy && copy->case_id && ports.tokens.genuine(token->tag, *copy->case_id, copy->message_id, copy->address);
    return genuine ? copy : std::nullopt;
}

std::optional<Recipient> copy_of(const Ports& ports, const Report& report)
{
    for (const auto* text : {&report.came_to, &report.envelope_id, &report.original_message_id})
        if (auto copy = copy_with(ports, *text)) return copy;
    return std::nullopt;
}

// Relayed: the next server tells nothing more, so all that is known is that it was taken.
std::optional<Reach> reach_in(std::string_view action)
{
    if (action == "delayed" || action == unclear_report) return std::nullopt;
    if (action == "delivered") return Reach::delivered;
    if (action == "relayed" || action == "expanded") return Reach::sent;
    return Reach::bounced;
}

// Words of a stranger's server: no control characters, not endless.
std::string detail_of(const Report& report)
{
    auto detail = report.status + (report.status.empty() || report.diagnostic.empty() ? "" : " ") + report.diagnostic;
    std::ranges::replace_if(
        detail, [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f; }, ' ');
    auto size = std::min(detail.size(), longest_detail);
    while (size > 0 && size < detail.size() && (static_cast<unsigned char>(detail[size]) & 0xc0U) == 0x80U) --size;
    detail.resize(size);
    return detail;
}

void note(const Ports& ports, const Recipient& copy, const Report& report)
{
    Recipient noted = copy;
    noted.detail = detail_of(report);
    if (copy.reach == Reach::sent || copy.reach == Reach::unconfirmed)
        (void)ports.desk.messages.change(copy, noted); // Whoever was faster knew more.
}

Result<void> bounced(const Ports& ports, const Recipient& copy, const Message& message)
{
    log_copy(ports, "message.bounced", copy);
    warn_owner(ports, told_message_bounced, copy);
    return nobody_reached(ports, message.id) ? reached_nobody(ports, message) : Result<void>{};
}

Result<void> follow_up(const Ports& ports, const Recipient& copy, const Message& message, Reach reach)
{
    settle_warnings(ports, copy);
    if (reach == Reach::bounced) return bounced(ports, copy, message);
    log_copy(ports, reach == Reach::delivered ? "message.delivered" : "message.sent", copy);
    return has_left(ports, message, copy.reach_at);
}

} // namespace

Result<Heard> hear_report(const Ports& ports, const Report& report)
{
    const auto copy = copy_of(ports, report);
    if (!copy) return Heard{};
    const auto message = ports.desk.messages.find(copy->message_id);
    if (!message) return Heard{};
    const auto reach = reach_in(report.action);
    if (!reach) {
        note(ports, *copy, report);
        if (report.action == unclear_report) warn_owner(ports, told_message_bounced, *copy);
        return Heard{copy->id, {}};
    }
    if (!conversation::may_become(copy->reach, *reach)) return Heard{copy->id, {}};
    if (!become(ports, *copy, *reach, detail_of(report))) return refuse(Refusal::conflict, "message.changed_meanwhile");
    if (auto done = follow_up(ports, *copy, *message, *reach); !done) return std::unexpected(done.error());
    return Heard{copy->id, reach};
}

} // namespace amends::reply
