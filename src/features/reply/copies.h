// SPDX-License-Identifier: Apache-2.0
// One copy of a message, for one addressee: what is known of it changes, is logged, and is told to the owner of its
// case where it is bad.
#pragma once

#include "reply/reply_store.h"

namespace amends::reply {

inline constexpr std::string_view unconfirmed_send = "unconfirmed_send"; // Detectors of signals.
inline constexpr std::string_view send_delayed = "send_delayed";
inline constexpr std::string_view send_failed = "send_failed";
inline constexpr std::string_view told_message_bounced = "told_message_bounced";

void log_copy(const Ports& ports, std::string type, const conversation::Recipient& copy);

// False when somebody was faster.
[[nodiscard]] bool become(const Ports& ports, const conversation::Recipient& before, conversation::Reach reach,
                          std::string detail);

void warn_owner(const Ports& ports, std::string_view detector, const conversation::Recipient& copy);
// What the owner was told of this copy no longer needs an answer.
void settle_warnings(const Ports& ports, const conversation::Recipient& copy);

[[nodiscard]] bool nobody_reached(const Ports& ports, MessageId id);

} // namespace amends::reply
