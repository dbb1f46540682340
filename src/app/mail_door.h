// SPDX-License-Identifier: Apache-2.0
// The desk's own door for mail: LMTP. Every recipient's copy is kept raw and committed before it is acknowledged; an
// address that belongs to no line of the desk is refused.
#pragma once

#include "app/house.h"
#include "platform/mail/lmtp.h"

#include <map>
#include <mutex>

namespace amends {

// Those that were asked for within the last second and are ours: whoever writes a hundred mails asks a hundred times.
// When one is removed meanwhile the mail is refused a step later. Any thread.
class KnownAddresses {
public:
    void add(const std::string& address);
    [[nodiscard]] bool has(const std::string& address) const;

private:
    static constexpr std::size_t most = 1000;
    mutable std::mutex guard_;
    std::map<std::string, Moment> until_{};
};

class MailDoor {
public:
    explicit MailDoor(House& house);
    [[nodiscard]] std::uint16_t port() const { return listener_.port(); }

private:
    KnownAddresses known_{};
    mail::LmtpListener listener_;
};

} // namespace amends
