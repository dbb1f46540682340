// SPDX-License-Identifier: Apache-2.0
// A message leaves in three steps: it is claimed in one transaction, handed over in none, and what became of it is
// recorded in another. Whatever kills the process in between, no copy leaves twice by itself: a claim whose answer
// nobody knows becomes unconfirmed, and its owner is asked (domain.md 5.5, I11).
#pragma once

#include "reply/letter.h"

namespace amends::reply {

// What the next server said, or did not say.
struct Handed {
    enum Kind : std::uint8_t { accepted, later, failed, unconfirmed };
    BOOST_DESCRIBE_NESTED_ENUM(Kind, accepted, later, failed, unconfirmed)

    Kind kind = failed;
    std::string reason{}; // The server's words.
    std::optional<std::chrono::seconds> after{};
    bool soon = false; // It was ourselves who could not, so no server needs to be spared.
};

inline constexpr auto claim_time = std::chrono::minutes(10);

// Nothing when there is nothing to send: withdrawn, sent already, claimed by somebody, or not yet to leave.
[[nodiscard]] std::optional<Letter> claim_send(const Ports& ports, RecipientId id);

// Recording twice changes nothing. The caller has finished its job by now: trying later puts a new one on the agenda.
[[nodiscard]] Result<void> record_send(const Ports& ports, RecipientId id, const Handed& handed);

// With the claims of a process that died, and with those that have run out. Answers how many owners are asked now.
int confirm_nothing_twice(const Ports& ports, const std::vector<conversation::Recipient>& claims);

// How long until the next try, for a message that should have left at `send_after`: about as long as it has waited
// already, at least half a minute, at most half an hour, for ever.
[[nodiscard]] std::chrono::milliseconds next_try_after(Instant send_after, Instant now);

} // namespace amends::reply
