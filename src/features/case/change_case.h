// SPDX-License-Identifier: Apache-2.0
// What every move of a case has in common: it is written only when nobody was faster, its nearest clock is computed
// anew, and its waits stay without gap and overlap.
#pragma once

#include "case/case_store.h"

namespace amends::cases {

inline constexpr std::string_view pull_due = "pull_due";     // Timer: nobody has taken it in time.
inline constexpr std::string_view review_due = "review_due"; // Timer: a wait on somebody else must be looked at.
inline constexpr std::string_view settle_due = "settle_due"; // Timer: the customer has not objected.

[[nodiscard]] Result<Case> existing(const Ports& ports, CaseId id);
// The case that answers for it: follows merges to their end.
[[nodiscard]] CaseId shown_as(const CaseStore& cases, CaseId id);

// Writes it. Timers for pull_by and settles_at follow.
[[nodiscard]] Result<Case> write(const Ports& ports, const Case& before, Case after);

struct WaitWish {
    Side waits_on{};
    std::string reason{};
    std::optional<std::string> partner{};
    std::optional<Instant> review_at{};
};
// Ends the open wait now and, while the case lives, begins this one in the same instant.
void begin_wait(const Ports& ports, const Case& of, WaitWish wish);
void end_open_wait(const Ports& ports, CaseId id);

[[nodiscard]] Instant pull_by(const Ports& ports, Instant now);

// Puts a person's words into the texts, whose id is what events and rows carry.
[[nodiscard]] TextId keep_text(const Ports& ports, std::string_view language, std::string_view words);

} // namespace amends::cases
