// SPDX-License-Identifier: Apache-2.0
// The servers that a mail line names, with what is needed to log in to them: unsealed here, kept nowhere else.
#pragma once

#include "app/house.h"
#include "channel/channel.h"
#include "channel/secret_box.h"
#include "platform/mail/server.h"

#include <optional>

namespace amends {

// Fetches an access token where the line logs in by OAuth2; throws a Failure when it cannot be had.
[[nodiscard]] std::optional<mail::Server> imap_server_of(House& house, const channel::Channel& line);
// The line's own, else the installation's relay; none when there is neither.
[[nodiscard]] std::optional<mail::Server> smtp_server_of(House& house, const channel::Channel& line);

// What a line needs to log in, sealed with the house's key; as text, so that both databases can hold it.
class LineSecrets final : public channel::SecretBox {
public:
    explicit LineSecrets(House& house) : house_(house) {}
    [[nodiscard]] std::string seal(const channel::MailSecrets& secrets) const override;
    [[nodiscard]] channel::MailSecrets open(std::string_view sealed) const override;

private:
    House& house_;
};

[[nodiscard]] channel::MailConfig config_of(const channel::Channel& line);

} // namespace amends
