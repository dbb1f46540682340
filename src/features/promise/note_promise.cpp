// SPDX-License-Identifier: Apache-2.0
#include "promise/note_promise.h"

#include "case/change_case.h"
#include "promise/record_promise.h"

namespace amends::promise {
namespace {

Result<void> told(const Ports& ports, const NotePromise& wish)
{
    if (wish.side == Side::partner && (!wish.partner || wish.partner->empty()))
        return refuse(Refusal::invalid, "promise.partner_missing", "partner");
    if (wish.told_how != ToldHow::message) return {};
    if (wish.side == Side::us) return refuse(Refusal::invalid, "promise.told_by_reply", "told_how");
    if (!wish.told_by) return {};
    const auto message = ports.desk.messages.find(*wish.told_by);
    if (!message || message->case_id != wish.case_id || message->direction != conversation::Direction::inbound)
        return refuse(Refusal::invalid, "promise.words_not_found", "told_by");
    return {};
}

// What others promise rests on their word; nobody's history is asked.
Result<Basis> ground_of(const NotePromise& wish, const Support& support, Instant now)
{
    if (wish.side == Side::us) return basis_of(wish.intended, support, now);
    Intended theirs = wish.intended;
    if (theirs.kind == Kind::outcome) {
        if (theirs.text.find_first_not_of(" \t\r\n") == std::string::npos)
            return refuse(Refusal::invalid, "promise.text_missing", "text");
        theirs.kind = Kind::update;
    }
    return basis_of(theirs, support, now);
}

} // namespace

Result<Promise> note_promise(const Ports& ports, UserId by, const NotePromise& wish, const Support& support)
{
    AMENDS_TRY(const auto of, cases::existing(ports.desk, wish.case_id));
    if (!cases::live(of.status)) return refuse(Refusal::conflict, "case.not_live");
    if (auto known = told(ports, wish); !known) return std::unexpected(known.error());
    AMENDS_TRY(const auto basis, ground_of(wish, support, ports.desk.clock.now()));
    AMENDS_TRY(const auto made, make_promise(ports, {.case_id = of.id,
                                                     .side = wish.side,
                                                     .kind = wish.intended.kind,
                                                     .text = wish.intended.text,
                                                     .due_at = wish.intended.due_at,
                                                     .basis = basis,
                                                     .ground = wish.intended.ground,
                                                     .support = support,
                                                     .told_how = wish.told_how,
                                                     .told_by = wish.told_by,
                                                     .partner = wish.partner,
                                                     .made_by = by}));
    if (auto done = refresh_clock(ports, of.id); !done) return std::unexpected(done.error());
    return made;
}

} // namespace amends::promise
