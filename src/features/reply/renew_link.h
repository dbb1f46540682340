// SPDX-License-Identifier: Apache-2.0
// A new link to a case that ended too long ago to come back (decisions.md 15). It goes to the mailbox alone: whoever
// holds the old link sees no more than before.
#pragma once

#include "reply/reply_store.h"

namespace amends::reply {

inline constexpr auto new_link_opens = std::chrono::days(14);

// Mails it to `point`. Refused when nothing may be sent there, and when enough was sent there today.
[[nodiscard]] Result<MessageId> renew_link(const Ports& ports, CaseId id, const person::ContactPoint& point);

// Until when the link in this message opens; nothing when it ends with its case, as all others do.
[[nodiscard]] std::optional<Instant> link_until(const conversation::Message& message);

} // namespace amends::reply
