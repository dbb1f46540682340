// SPDX-License-Identifier: Apache-2.0
// What the desk writes by itself to a customer who has not just written: only to where they have shown that it is them
// who read there, in their language, and no more than a few a day.
#pragma once

#include "reply/reply_store.h"

namespace amends::reply {

struct Unasked {
    cases::Case of{};
    person::Person person{};
    person::ContactPoint point{};
    channel::Channel line{};
    std::string language{};
    std::string zone{};
};

// None when nobody may be told: no proven address, no line, a case that does not live, enough said today.
[[nodiscard]] std::optional<Unasked> unasked(const Ports& ports, CaseId id);

struct UnaskedLetter {
    std::string text{};
    std::optional<Instant> next_update_at{};
    Instant leaves_at{};
};
// Puts it into the queue. It answers nothing and moves no clock but the one it names.
[[nodiscard]] Result<MessageId> write_unasked(const Ports& ports, const Unasked& to, UnaskedLetter letter);

} // namespace amends::reply
