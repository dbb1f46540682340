// SPDX-License-Identifier: Apache-2.0
// What came in, before anybody has tried to understand it.
#pragma once

#include "channel/channel_store.h"
#include "timeline/agenda.h"

#include <string_view>

namespace amends::channel {

inline constexpr std::string_view understand_job = "understand";

struct Arrival {
    ChannelId channel_id{};
    std::string position{}; // Its identity at the source ("uidvalidity/uid"), or the key made of its content.
    std::string recipient{};
    std::string sender{};
    std::string content_hash{};
    Origin origin{};
    std::string blob{}; // Where the bytes lie when the row does not hold them.
    std::string bytes{};
    std::int64_t size{};
    std::string reason{}; // Why it cannot be read, when it did not come whole.
};

struct Ports {
    ChannelStore& channels;
    timeline::Agenda& agenda;
    Ids& ids;
    const Clock& clock;
};

struct Stored {
    RawMessageId id{};
    std::optional<RawMessageId> seen_before{};
};

// Keeps it whole and asks for it to be read. What is at its position already is kept too, linked to the first: nothing
// is dropped. Acknowledge upstream only after the commit.
Stored keep_arrival(const Ports& ports, const Arrival& arrival);

// For a source without positions: the recipient, the Message-ID and the body; all bytes where there is no Message-ID.
// The same mail delivered twice has one key, and two mails never have.
[[nodiscard]] std::string identity_of(std::string_view recipient, std::string_view bytes);

} // namespace amends::channel
