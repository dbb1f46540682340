// SPDX-License-Identifier: Apache-2.0
#include "reply/reply_jobs.h"

#include "platform/json/read.h"

#include <algorithm>

namespace amends::reply {
namespace {

std::optional<std::string> folder_of(const channel::Channel& line)
{
    const auto config = json::parse<channel::MailConfig>(line.config);
    if (!config || !config->imap) return std::nullopt;
    return config->imap->sent_folder;
}

// One copy for the folder, however many addressees there are.
bool the_first(const Ports& ports, const conversation::Recipient& copy)
{
    const auto copies = ports.desk.messages.recipients(copy.message_id);
    return std::ranges::none_of(copies, [&](const conversation::Recipient& other) {
        using conversation::Reach;
        return other.id != copy.id && (other.reach == Reach::sent || other.reach == Reach::delivered ||
                                       other.reach == Reach::read || other.reach == Reach::bounced);
    });
}

} // namespace

Result<void> record_handed(const Ports& ports, RecipientId id, const Handed& handed)
{
    if (auto recorded = record_send(ports, id, handed); !recorded) return recorded;
    if (handed.kind != Handed::accepted) return {};
    const auto copy = ports.desk.messages.recipient(id);
    const auto reply = copy ? ports.replies.find(copy->message_id) : std::nullopt;
    const auto line = reply ? ports.channels.find(reply->channel_id) : std::nullopt;
    if (line && folder_of(*line) && the_first(ports, *copy))
        ports.desk.agenda.put(sent_copy, static_cast<std::int64_t>(copy->message_id), ports.desk.clock.now());
    return {};
}

std::optional<SentCopy> find_sent_copy(const Ports& ports, MessageId id)
{
    const auto message = ports.desk.messages.find(id);
    const auto reply = ports.replies.find(id);
    const auto line = reply ? ports.channels.find(reply->channel_id) : std::nullopt;
    const auto folder = line ? folder_of(*line) : std::nullopt;
    if (!message || !folder) return std::nullopt;
    const auto copies = ports.desk.messages.recipients(id);
    const auto first = std::ranges::find_if(copies, [](const auto& copy) {
        return copy.reach != conversation::Reach::skipped && copy.reach != conversation::Reach::failed;
    });
    if (first == copies.end()) return std::nullopt;
    return SentCopy{*folder, letter_to(ports, *first, *message, *reply, *line)};
}

} // namespace amends::reply
