// SPDX-License-Identifier: Apache-2.0
#include "case/case.h"

#include <algorithm>

namespace amends::cases {
namespace {

std::unexpected<Refusal> not_live() { return refuse(Refusal::conflict, "case.not_live"); }

// An ended or settling case comes back to whoever had it.
Case brought_back(Case back, Instant pull_by)
{
    back.status = back.owner_id ? Status::open : Status::queued;
    back.pull_by = back.owner_id ? std::nullopt : std::optional(pull_by);
    back.settles_at = back.resolved_at = back.closed_at = back.confirmed_at = std::nullopt;
    back.confirmed_by = std::nullopt;
    return back;
}

} // namespace

bool live(Status status) { return status == Status::queued || status == Status::open || status == Status::waiting; }

bool settling(Status status) { return status == Status::resolved || status == Status::final_response; }

bool ended(Status status) { return status == Status::closed || status == Status::closed_unrecovered; }

Result<Case> take(Case taken, UserId by)
{
    if (!live(taken.status)) return not_live();
    if (taken.owner_id == by && taken.status != Status::queued) return refuse(Refusal::conflict, "case.yours_already");
    return hand_to(std::move(taken), by);
}

Result<Case> hand_to(Case handed, UserId owner)
{
    if (!live(handed.status)) return not_live();
    handed.owner_id = owner;
    handed.pull_by = std::nullopt;
    if (handed.status == Status::queued) handed.status = Status::open;
    return handed;
}

Result<Case> queue_for(Case queued, TeamId team, Instant pull_by)
{
    if (!live(queued.status)) return not_live();
    queued.owner_id = std::nullopt;
    queued.team_id = team;
    queued.pull_by = pull_by;
    queued.status = Status::queued;
    return queued;
}

Result<Case> put_on_wait(Case waiting, Side party)
{
    if (waiting.status != Status::open && waiting.status != Status::waiting)
        return refuse(Refusal::conflict, waiting.status == Status::queued ? "case.take_first" : "case.not_live");
    if (party == Side::us) return refuse(Refusal::invalid, "wait.party_missing", "waits_on");
    waiting.status = Status::waiting;
    waiting.waiting_since = std::nullopt;
    return waiting;
}

Result<Case> end_wait(Case open)
{
    if (open.status != Status::waiting) return refuse(Refusal::conflict, "case.not_waiting");
    open.status = Status::open;
    return open;
}

Case customer_wrote(Case heard, Instant at, Instant pull_by)
{
    if (heard.status == Status::waiting) heard.status = Status::open;
    if (settling(heard.status) || ended(heard.status)) heard = brought_back(std::move(heard), pull_by);
    heard.last_word = LastWord::customer;
    heard.unread = true;
    if (!heard.waiting_since) heard.waiting_since = at;
    return heard;
}

bool may_reopen(const Case& ended, Instant now, std::int64_t reopen_days)
{
    if (live(ended.status) || settling(ended.status)) return true;
    if (!cases::ended(ended.status)) return false;
    return now <= ended.closed_at.value_or(ended.last_message_at) + std::chrono::days(reopen_days);
}

Case told(Case heard, Instant at, std::optional<Instant> next_update_at)
{
    heard.last_told_at = std::max(at, heard.last_told_at.value_or(at));
    heard.last_word = LastWord::us;
    heard.waiting_since = std::nullopt;
    heard.unread = false; // Whoever answers has read it.
    if (next_update_at) heard.next_update_at = next_update_at;
    return heard;
}

Result<Case> resolve(Case resolved, TextId resolution, Instant now, Instant settles_at)
{
    if (resolved.status != Status::open && resolved.status != Status::waiting)
        return refuse(Refusal::conflict, resolved.status == Status::queued ? "case.take_first" : "case.not_live");
    resolved.status = Status::resolved;
    resolved.resolution = resolution;
    resolved.resolved_at = now;
    resolved.settles_at = settles_at;
    resolved.next_update_at = resolved.waiting_since = std::nullopt;
    return resolved;
}

Result<Case> close(Case closed, ConfirmedBy by, Instant now)
{
    if (!settling(closed.status)) return refuse(Refusal::conflict, "case.not_resolved");
    closed.status = Status::closed;
    closed.confirmed_by = by;
    closed.confirmed_at = closed.closed_at = now;
    closed.settles_at = std::nullopt;
    return closed;
}

Result<Case> reopen(Case reopened, Instant now, Instant pull_by)
{
    if (!settling(reopened.status) && !ended(reopened.status)) return refuse(Refusal::conflict, "case.not_ended");
    reopened = brought_back(std::move(reopened), pull_by);
    if (!reopened.waiting_since) reopened.waiting_since = now;
    return reopened;
}

Result<Case> mark_spam(Case marked)
{
    if (marked.status == Status::spam || marked.status == Status::merged)
        return refuse(Refusal::conflict, "case.not_live");
    marked.former_status = marked.status;
    marked.status = Status::spam;
    return marked;
}

Result<Case> unmark_spam(Case marked)
{
    if (marked.status != Status::spam) return refuse(Refusal::conflict, "case.not_spam");
    marked.status = marked.former_status.value_or(Status::queued);
    marked.former_status = std::nullopt;
    return marked;
}

Result<Case> merge(Case source)
{
    if (source.status == Status::merged || source.status == Status::spam)
        return refuse(Refusal::conflict, "case.not_live");
    source.former_status = source.status;
    source.status = Status::merged;
    return source;
}

Result<Case> unmerge(Case source)
{
    if (source.status != Status::merged) return refuse(Refusal::conflict, "case.not_merged");
    source.status = source.former_status.value_or(Status::queued);
    source.former_status = std::nullopt;
    return source;
}

std::optional<Instant> nearest_due(const Case& of)
{
    if (!live(of.status)) return std::nullopt;
    std::optional<Instant> nearest;
    for (const auto& due : {of.next_update_at, of.pull_by, of.promise_due_at, of.target_due_at})
        if (due && (!nearest || *due < *nearest)) nearest = due;
    return nearest;
}

} // namespace amends::cases
