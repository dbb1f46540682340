// SPDX-License-Identifier: Apache-2.0
// The desk's own door for mail: LMTP. Every recipient's copy is kept raw and committed before it is acknowledged; an
// address that belongs to no line of the desk is refused.
#pragma once

#include "app/house.h"
#include "platform/mail/lmtp.h"

namespace amends {

class MailDoor {
public:
    explicit MailDoor(House& house);
    [[nodiscard]] std::uint16_t port() const { return listener_.port(); }

private:
    mail::LmtpListener listener_;
};

} // namespace amends
