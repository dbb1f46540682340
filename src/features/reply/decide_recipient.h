// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reply/reply_store.h"

namespace amends::reply {

enum class Decision : std::uint8_t { sent, send_again, failed };
BOOST_DESCRIBE_ENUM(Decision, sent, send_again, failed)

struct DecideRecipient {
    MessageId message_id{};
    RecipientId recipient_id{};
    Decision decision{};
};

// A person says what became of a copy that nobody knows about, or has one that failed sent again. Only a person leads
// back to sending: a machine that tried again could say everything twice.
[[nodiscard]] Result<void> decide_recipient(const Ports& ports, const DecideRecipient& wish);

} // namespace amends::reply
