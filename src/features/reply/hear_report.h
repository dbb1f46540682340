// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reply/reply_store.h"

namespace amends::reply {

// What a delivery report says of one addressee (RFC 3464), or what could be read out of one in free words.
struct Report {
    std::string came_to{}; // The address that it came to: it holds the token of the copy.
    std::string recipient{};
    std::string status{}; // "5.1.1"
    std::string action{}; // failed, delayed, delivered, relayed or expanded; empty: it is a failure.
    std::string envelope_id{};
    std::string original_message_id{}; // Without angle brackets.
    std::string diagnostic{};
};

// An action for a report that nobody can read: a person looks at it.
inline constexpr std::string_view unclear_report = "unclear";

struct Heard {
    std::optional<RecipientId> recipient_id{};  // None: it is about no copy of ours.
    std::optional<conversation::Reach> reach{}; // None: it changed nothing.
};

// Marks the very copy. Reports come late, twice and out of order, and from anybody: only a genuine token of ours finds
// a copy, and a later state is never undone.
[[nodiscard]] Result<Heard> hear_report(const Ports& ports, const Report& report);

} // namespace amends::reply
