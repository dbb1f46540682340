// SPDX-License-Identifier: Apache-2.0
#include "case/placing.h"

namespace amends::cases {
namespace {

struct Pointer {
    std::optional<CaseId> to{};
    std::string evidence{};
    bool may_join = false;
};

Pointer strongest(const Clues& clues)
{
    if (clues.token) return {clues.token, "token", true};
    if (clues.references) return {clues.references, "references", true};
    if (clues.forged) return {clues.forged, "forged_token", false};
    if (clues.number) return {clues.number, "subject_number", false};
    return {};
}

} // namespace

Verdict place(const Clues& clues, const std::function<bool(CaseId)>& takes_part_in)
{
    const auto pointer = strongest(clues);
    if (!pointer.to) return {.kind = Verdict::open, .evidence = "new_case"};
    if (clues.sender_forged) return {Verdict::hold, pointer.to, pointer.evidence, "join.forged"};
    if (!takes_part_in(*pointer.to)) return {Verdict::hold, pointer.to, pointer.evidence, "join.not_participant"};
    if (pointer.may_join) return {Verdict::join, pointer.to, pointer.evidence, ""};
    return {Verdict::open, pointer.to, pointer.evidence, ""};
}

} // namespace amends::cases
