// SPDX-License-Identifier: Apache-2.0
#include "channel/arrival.h"

#include <algorithm>

namespace amends::channel {
namespace {

char small(char letter) { return static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter); }

bool same_word(std::string_view one, std::string_view other)
{
    return std::ranges::equal(one, other, [](char a, char b) { return small(a) == small(b); });
}

// The value of Message-ID, from the lines before the first empty one.
std::string_view message_id_in(std::string_view header)
{
    constexpr std::string_view name = "message-id:";
    while (!header.empty()) {
        const auto end = std::min(header.find('\n'), header.size());
        const auto line = header.substr(0, end);
        if (line.size() > name.size() && same_word(line.substr(0, name.size()), name)) return line.substr(name.size());
        header.remove_prefix(std::min(end + 1, header.size()));
    }
    return {};
}

std::size_t body_at(std::string_view bytes)
{
    const auto crlf = bytes.find("\r\n\r\n");
    const auto lf = bytes.find("\n\n");
    return std::min({crlf, lf, bytes.size()});
}

} // namespace

std::string identity_of(std::string_view recipient, std::string_view bytes)
{
    const auto body = body_at(bytes);
    const auto id = message_id_in(bytes.substr(0, body));
    std::string identity(recipient);
    identity.append("\n").append(id).append("\n");
    return identity.append(id.empty() ? bytes : bytes.substr(body));
}

Stored keep_arrival(const Ports& ports, const Arrival& arrival)
{
    const auto first = ports.channels.at_position(arrival.channel_id, arrival.position);
    const RawMessage raw{.id = ports.ids.next<RawMessageId>(),
                         .channel_id = arrival.channel_id,
                         .position = arrival.position,
                         .recipient = arrival.recipient,
                         .sender = arrival.sender,
                         .content_hash = arrival.content_hash,
                         .size = arrival.size,
                         .received_at = ports.clock.now(),
                         .origin = arrival.origin,
                         .blob = arrival.blob,
                         .state = first ? RawState::duplicate : RawState::unread,
                         .reason = arrival.reason,
                         .duplicate_of = first ? std::optional(first->id) : std::nullopt};
    ports.channels.add(raw, arrival.bytes);
    if (first) return {raw.id, first->id};
    ports.agenda.put(understand_job, static_cast<std::int64_t>(raw.id), raw.received_at);
    return {raw.id, std::nullopt};
}

} // namespace amends::channel
