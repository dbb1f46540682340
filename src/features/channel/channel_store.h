// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "channel/channel.h"

namespace amends::channel {

struct ChannelStore {
    virtual ~ChannelStore() = default;
    virtual void add(const Channel& channel) = 0;
    virtual void change(const Channel& channel) = 0;
    [[nodiscard]] virtual std::optional<Channel> find(ChannelId id) const = 0;
    [[nodiscard]] virtual std::optional<Channel> of_kind(Kind kind) const = 0; // The oldest that is not removed.
    [[nodiscard]] virtual std::vector<Channel> all() const = 0;                // Without removed ones.
    // Whether a mail line other than `than` has it, of whatever brand: an address leads to one line of the house.
    [[nodiscard]] virtual bool address_taken(std::string_view address, ChannelId than) const = 0;

    // Something came in; an empty position leaves the old one.
    virtual void heard_from(ChannelId id, Instant at, std::string_view read_position) = 0;
    virtual void add(const RawMessage& raw, std::string_view bytes) = 0;
    [[nodiscard]] virtual std::optional<RawMessage> at_position(ChannelId channel, std::string_view position) const = 0;
    [[nodiscard]] virtual std::optional<RawMessage> raw(RawMessageId id) const = 0;
    [[nodiscard]] virtual std::string bytes(RawMessageId id) const = 0; // Of those that lie in the row.
    // False when its state is no longer as it was read.
    [[nodiscard]] virtual bool change(const RawMessage& from, const RawMessage& to) = 0;
    [[nodiscard]] virtual std::vector<RawMessage> in_triage() const = 0; // Oldest first.
};

} // namespace amends::channel
