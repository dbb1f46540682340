// SPDX-License-Identifier: Apache-2.0
#include "promise/make_promise.h"

#include "case/change_case.h"
#include "promise/record_promise.h"

namespace amends::promise {
namespace {

std::optional<TextId> kept(const Ports& ports, const cases::Case& of, std::string_view words)
{
    if (words.empty()) return std::nullopt;
    return cases::keep_text(ports.desk, of.language, words);
}

} // namespace

Result<Promise> make_promise(const Ports& ports, const MakePromise& wish)
{
    AMENDS_TRY(const auto of, cases::existing(ports.desk, cases::shown_as(ports.desk.cases, wish.case_id)));
    const bool ours = wish.side == Side::us;
    Promise made{.id = ports.desk.ids.next<PromiseId>(),
                 .case_id = wish.case_id,
                 .kind = wish.kind,
                 .side = wish.side,
                 .made_by = wish.made_by,
                 .keeper_id = ours ? of.owner_id : std::nullopt,
                 .beneficiary_id = ours ? std::optional(of.person_id) : std::nullopt,
                 .text_id = kept(ports, of, wish.text),
                 .told_by = wish.told_by,
                 .made_at = ports.desk.clock.now(),
                 .due_at = wish.due_at,
                 .original_due_at = wish.due_at,
                 .basis = wish.basis,
                 .told_how = wish.told_how,
                 .partner = wish.partner,
                 .ground_id = kept(ports, of, wish.ground)};
    if (wish.kind == Kind::outcome && ours) {
        made.history_n = wish.support.n;
        made.honest_at = wish.support.honest_at;
    }
    write_new(ports, made);
    return made;
}

} // namespace amends::promise
