// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "channel/channel_store.h"
#include "platform/sql/session.h"

#include <map>

namespace amends::channel {

// The line that an address belongs to, whatever the brand: the one question that must be asked before a brand is known.
struct Line {
    BrandId brand_id{};
    ChannelId id{};
};
BOOST_DESCRIBE_STRUCT(Line, (), (brand_id, id))
[[nodiscard]] std::optional<Line> mail_line_at(sql::Session& session, std::string_view address);

// A line's login as it is renewed by its provider; nothing when it has been set anew meanwhile.
void replace_secrets(sql::Session& session, ChannelId id, std::string_view old_ones, std::string_view new_ones);

class ChannelSqlStore final : public ChannelStore {
public:
    ChannelSqlStore(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    void add(const Channel& channel) override;
    void change(const Channel& channel) override;
    [[nodiscard]] std::optional<Channel> find(ChannelId id) const override;
    [[nodiscard]] std::optional<Channel> of_kind(Kind kind) const override;
    [[nodiscard]] std::vector<Channel> all() const override;
    [[nodiscard]] bool address_taken(std::string_view address, ChannelId than) const override;
    void heard_from(ChannelId id, Instant at, std::string_view read_position) override;
    void add(const RawMessage& raw, std::string_view bytes) override;
    [[nodiscard]] std::optional<RawMessage> at_position(ChannelId channel, std::string_view position) const override;
    [[nodiscard]] std::optional<RawMessage> raw(RawMessageId id) const override;
    [[nodiscard]] std::string bytes(RawMessageId id) const override;
    [[nodiscard]] bool change(const RawMessage& from, const RawMessage& to) override;
    [[nodiscard]] std::vector<RawMessage> in_triage() const override;

private:
    sql::Session& session_;
    BrandId brand_;
    mutable std::map<ChannelId, Channel> read_{}; // Once a request or a crowd of mails, which come by few lines.
};

} // namespace amends::channel
