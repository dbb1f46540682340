// SPDX-License-Identifier: Apache-2.0
#include "case/mark_case_spam.h"

#include "case/change_case.h"

namespace amends::cases {

Result<Case> mark_case_spam(const Ports& ports, CaseId id)
{
    AMENDS_TRY(const auto before, existing(ports, id));
    AMENDS_TRY(auto marked, mark_spam(before));
    AMENDS_TRY(const auto after, write(ports, before, std::move(marked)));
    end_open_wait(ports, id);
    ports.events.append("case.spam_marked", timeline::about(id));
    return after;
}

Result<Case> unmark_case_spam(const Ports& ports, CaseId id)
{
    AMENDS_TRY(const auto before, existing(ports, id));
    AMENDS_TRY(auto back, unmark_spam(before));
    AMENDS_TRY(const auto after, write(ports, before, std::move(back)));
    resume(ports, after);
    ports.events.append("case.spam_unmarked", timeline::about(id));
    return after;
}

void resume(const Ports& ports, const Case& back)
{
    const auto subject = static_cast<std::int64_t>(back.id);
    if (back.pull_by) ports.agenda.put(pull_due, subject, *back.pull_by);
    if (back.settles_at) ports.agenda.put(settle_due, subject, *back.settles_at);
    if (!live(back.status)) return;
    const auto waits = ports.cases.waits(back.id);
    if (waits.empty() || (waits.back().waits_on == Side::us) == (back.status == Status::waiting))
        return begin_wait(ports, back, {.waits_on = Side::us, .reason = "back"});
    const Wait& last = waits.back();
    begin_wait(
        ports, back,
        {.waits_on = last.waits_on, .reason = last.reason, .partner = last.partner, .review_at = last.review_at});
}

} // namespace amends::cases
