// SPDX-License-Identifier: Apache-2.0
// Mail that came back: delivery reports (RFC 3464) and the free text of servers that write none; complaints (RFC 5965).
#pragma once

#include "platform/mail/fields.h"
#include "platform/mail/inbound.h"
#include "platform/mail/mime.h"

#include <string_view>
#include <vector>

namespace amends::mail {

struct Returned {
    Kind kind = Kind::human; // bounce, feedback_report, auto_reply for a read receipt; human when it is none of them.
    std::string reason{};
    std::vector<Bounce> bounces{};
};

[[nodiscard]] Returned returned(const Fields& fields, const Piece& root, const Inbound& mail);

// Whether the server says that the address is dead (unknown user or host, moved), not that now or we are unwelcome.
[[nodiscard]] bool is_hard(std::string_view status, std::string_view diagnostic);

// The server took the address and refused what followed: somebody is there, who filters.
[[nodiscard]] bool refused_after_data(std::string_view explanation);

} // namespace amends::mail
