// SPDX-License-Identifier: Apache-2.0
// The jobs of a reply, for the runner. "send" (subject: a recipient) goes in three steps, of which the middle one holds
// no transaction:
//     claim_send -> hand_over -> record_handed
// "sent_copy" (subject: a message) puts a copy into the mailbox's folder of sent mail, as the owner of the mailbox
// expects; it is a job of its own, so that a full folder never makes a mail leave twice.
#pragma once

#include "reply/deliver.h"

namespace amends::reply {

inline constexpr std::string_view sent_copy = "sent_copy";

// record_send, and a copy for the folder of sent mail where the line has one.
[[nodiscard]] Result<void> record_handed(const Ports& ports, RecipientId id, const Handed& handed);

struct SentCopy {
    std::string folder{};
    Letter letter{}; // mail_of() writes it; its channel says which mailbox.
};

// Nothing when the line has no such folder any more.
[[nodiscard]] std::optional<SentCopy> find_sent_copy(const Ports& ports, MessageId id);

} // namespace amends::reply
