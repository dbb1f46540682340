// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reply/send_reply.h"

namespace amends::reply {

struct Withdrawn {
    std::string text{};
};
BOOST_DESCRIBE_STRUCT(Withdrawn, (), (text))

// Undo, until the message leaves. Nothing has been told yet, so nothing stays: the case is as it was, the draft is
// back.
[[nodiscard]] Result<Withdrawn> withdraw_message(const Ports& ports, const Writer& writer, MessageId id);

} // namespace amends::reply
