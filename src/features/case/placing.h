// SPDX-License-Identifier: Apache-2.0
// Where an inbound message belongs: one pure decision for every way in. A case number never joins by itself, and
// whoever is no participant never joins by a header: an agent decides.
#pragma once

#include "case/case.h"

#include <functional>

namespace amends::cases {

// What a message carries that points at cases of ours.
struct Clues {
    std::optional<CaseId> token{};      // A genuine token of ours, in an address or a reference.
    std::optional<CaseId> forged{};     // One that looks like ours and is not genuine.
    std::optional<CaseId> references{}; // It answers a message that lies in this case.
    std::optional<CaseId> number{};     // The subject names it.
    bool sender_forged = false;         // A trusted border says that the sender is not who the mail says.
};

struct Verdict {
    enum Kind : std::uint8_t { join, hold, open };

    Kind kind = open;
    std::optional<CaseId> wanted{}; // For join and hold; for open, a case it may belong to.
    std::string evidence{};         // "token", "references", "subject_number", "new_case"
    std::string reason{};           // Why it is held: "join.not_participant", "join.forged"
};

[[nodiscard]] Verdict place(const Clues& clues, const std::function<bool(CaseId)>& takes_part_in);

} // namespace amends::cases
