// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"

namespace amends::cases {

// For the people of the desk only: no function that sends takes one (I17).
[[nodiscard]] Result<Note> write_note(const Ports& ports, CaseId id, std::string_view text);

// Puts words that are kept already among the notes of a case. None when a rule is acting: notes are people's.
std::optional<Note> keep_note(const Ports& ports, CaseId id, TextId words);

} // namespace amends::cases
