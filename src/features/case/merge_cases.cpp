// SPDX-License-Identifier: Apache-2.0
#include "case/merge_cases.h"

#include "case/acting.h"
#include "case/change_case.h"
#include "case/mark_case_spam.h"

#include <fmt/format.h>

namespace amends::cases {
namespace {

Result<Case> target_for(const Ports& ports, const Case& source, CaseId into)
{
    if (source.id == into) return refuse(Refusal::invalid, "merge.into_itself", "into");
    AMENDS_TRY(const auto named, existing(ports, into));
    AMENDS_TRY(const auto target, existing(ports, shown_as(ports.cases, named.id)));
    if (target.id == source.id) return refuse(Refusal::conflict, "merge.ring", "into");
    // A matter that lives must not end up where no clock runs.
    const bool lost = live(source.status) && !live(target.status);
    if (lost || target.status == Status::spam) return refuse(Refusal::conflict, "merge.target_ended", "into");
    return target;
}

std::optional<Instant> earlier(std::optional<Instant> a, std::optional<Instant> b)
{
    return a && b ? std::optional(std::min(*a, *b)) : a ? a : b;
}

// Whoever waits longest, and the nearest word given, count for both.
Case answering_for(Case target, const Case& source)
{
    if (!live(source.status)) return target;
    target.waiting_since = earlier(target.waiting_since, source.waiting_since);
    target.next_update_at = earlier(target.next_update_at, source.next_update_at);
    if (source.waiting_since) target.last_word = LastWord::customer;
    return target;
}

// What the target took over is given back, unless it has moved on since.
Case answering_alone(Case target, const Case& source, const CaseMerge& merge)
{
    if (!live(target.status) || !live(source.former_status.value_or(Status::closed))) return target;
    if (source.waiting_since && target.waiting_since == source.waiting_since) {
        target.waiting_since = merge.target_waiting_since;
        target.last_word = merge.target_last_word.value_or(target.last_word);
    }
    if (source.next_update_at && target.next_update_at == source.next_update_at && merge.target_next_update_at)
        target.next_update_at = merge.target_next_update_at;
    return target;
}

std::string pointing_at(CaseId target) { return fmt::format(R"({{"into":{}}})", static_cast<std::int64_t>(target)); }

} // namespace

Result<Case> merge_cases(const Ports& ports, CaseId source, CaseId into)
{
    AMENDS_TRY(const auto before, existing(ports, source));
    AMENDS_TRY(auto pointing, merge(before));
    AMENDS_TRY(const auto target, target_for(ports, before, into));
    AMENDS_TRY(const auto merged, write(ports, before, std::move(pointing)));
    AMENDS_TRY(const auto answering, write(ports, target, answering_for(target, before)));
    end_open_wait(ports, source);
    ports.cases.add(CaseMerge{.id = ports.ids.next<MergeId>(),
                              .source = source,
                              .target = target.id,
                              .merged_by = acting_user(ports.events),
                              .at = ports.clock.now(),
                              .target_waiting_since = target.waiting_since,
                              .target_next_update_at = target.next_update_at,
                              .target_last_word = target.last_word});
    ports.events.append("case.merged", timeline::about(merged.id), pointing_at(answering.id));
    ports.events.append("case.merged_from", timeline::about(answering.id),
                        fmt::format(R"({{"source":{}}})", static_cast<std::int64_t>(source)));
    return merged;
}

Result<Case> unmerge_case(const Ports& ports, CaseId source)
{
    AMENDS_TRY(const auto before, existing(ports, source));
    AMENDS_TRY(auto alone, unmerge(before));
    const auto merge = ports.cases.merge_of(source);
    if (!merge) return refuse(Refusal::conflict, "case.not_merged");
    AMENDS_TRY(const auto target, existing(ports, merge->target));
    ports.cases.undo(merge->id, ports.clock.now());
    AMENDS_TRY(const auto restored, write(ports, before, std::move(alone)));
    AMENDS_TRY(const auto left, write(ports, target, answering_alone(target, before, *merge)));
    resume(ports, restored);
    ports.events.append("case.unmerged", timeline::about(source), pointing_at(left.id));
    return restored;
}

} // namespace amends::cases
