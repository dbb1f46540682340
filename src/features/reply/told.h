// SPDX-License-Identifier: Apache-2.0
// What follows when a message has left, and when it turns out to have reached nobody.
#pragma once

#include "reply/reply_store.h"

namespace amends::reply {

// The first addressee's server took it at `sent_at`. Earlier promises of news are kept, the promise that it tells is
// written, the case has been told. A second addressee changes nothing.
[[nodiscard]] Result<void> has_left(const Ports& ports, const conversation::Message& message, Instant sent_at);

// It may have left. If it did, the customer has a promise in hand: better one too many on record than one too few.
[[nodiscard]] Result<void> may_have_left(const Ports& ports, const conversation::Message& message);

// Every copy of it failed or came back: what it told counts as untold, and the next update is the former one.
[[nodiscard]] Result<void> reached_nobody(const Ports& ports, const conversation::Message& message);

} // namespace amends::reply
