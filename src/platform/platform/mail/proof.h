// SPDX-License-Identifier: Apache-2.0
// How far the sender of a mail is who he says he is. The word of one server is believed, our own border, and only what
// it wrote last; everything below may have come with the mail.
#pragma once

#include "platform/mail/inbound.h"

#include <cstdint>
#include <string_view>

namespace amends::mail {

enum class Proof : std::uint8_t {
    none,
    plausible, // SPF or DKIM of the very domain, which publishes no policy.
    proven,    // DMARC pass.
    forged,    // DMARC fail, and the domain asks to refuse or set aside such mail.
};
BOOST_DESCRIBE_ENUM(Proof, none, plausible, proven, forged)

// None as well when no server is trusted, or when the mail has several senders: which of them was proved?
[[nodiscard]] Proof proof_of(const Inbound& mail, std::string_view trusted_authserv);

} // namespace amends::mail
