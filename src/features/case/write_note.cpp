// SPDX-License-Identifier: Apache-2.0
#include "case/write_note.h"

#include "case/acting.h"
#include "case/change_case.h"

namespace amends::cases {

std::optional<Note> keep_note(const Ports& ports, CaseId id, TextId words)
{
    const auto author = acting_user(ports.events);
    if (!author) return std::nullopt;
    const Note note{
        .id = ports.ids.next<NoteId>(), .case_id = id, .author_id = *author, .text_id = words, .at = ports.clock.now()};
    ports.cases.add(note);
    ports.events.append("note.written", timeline::about("note", note.id, id));
    return note;
}

Result<Note> write_note(const Ports& ports, CaseId id, std::string_view text)
{
    AMENDS_TRY(const auto noted, existing(ports, id));
    const auto words = trimmed(text);
    if (words.empty()) return refuse(Refusal::invalid, "note.text_missing", "text");
    const auto note = keep_note(ports, id, keep_text(ports, noted.language, words));
    if (!note) return refuse(Refusal::forbidden, "act.not_yours");
    return *note;
}

} // namespace amends::cases
