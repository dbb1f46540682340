// SPDX-License-Identifier: Apache-2.0
#include "case/change_case.h"

namespace amends::cases {
namespace {

constexpr int most_merges = 50; // A chain of pointers; a ring is refused when it would be made.

void set_timer(const Ports& ports, std::string_view kind, CaseId id, std::optional<Instant> before,
               std::optional<Instant> after)
{
    if (before == after) return;
    const auto subject = static_cast<std::int64_t>(id);
    if (after) ports.agenda.put(kind, subject, *after);
    else ports.agenda.strike(kind, subject);
}

} // namespace

Result<Case> existing(const Ports& ports, CaseId id)
{
    auto found = ports.cases.find(id);
    if (!found) return refuse(Refusal::not_found, "case.not_found");
    return *std::move(found);
}

CaseId shown_as(const CaseStore& cases, CaseId id)
{
    for (int step = 0; step < most_merges; ++step) {
        const auto merge = cases.merge_of(id);
        if (!merge) break;
        id = merge->target;
    }
    return id;
}

Result<Case> write(const Ports& ports, const Case& before, Case after)
{
    after.due_at = nearest_due(after);
    if (!ports.cases.change(before, after)) return refuse(Refusal::conflict, "case.changed_meanwhile");
    set_timer(ports, pull_due, after.id, before.pull_by, after.pull_by);
    set_timer(ports, settle_due, after.id, before.settles_at, after.settles_at);
    ++after.version;
    return after;
}

void begin_wait(const Ports& ports, const Case& of, WaitWish wish)
{
    end_open_wait(ports, of.id);
    if (!live(of.status)) return;
    const Instant now = ports.clock.now();
    if (wish.review_at) ports.agenda.put(review_due, static_cast<std::int64_t>(of.id), *wish.review_at);
    ports.cases.add(Wait{.id = ports.ids.next<WaitId>(),
                         .case_id = of.id,
                         .waits_on = wish.waits_on,
                         .partner = std::move(wish.partner),
                         .reason = std::move(wish.reason),
                         .owner_id = of.owner_id,
                         .starts_at = now,
                         .review_at = wish.review_at});
}

void end_open_wait(const Ports& ports, CaseId id)
{
    const auto open = ports.cases.open_wait(id);
    if (!open) return;
    ports.cases.end(open->id, ports.clock.now());
    if (open->review_at) ports.agenda.strike(review_due, static_cast<std::int64_t>(id));
}

Instant pull_by(const Ports& ports, Instant now)
{
    return ports.brand.times().after_open_time(now, std::chrono::minutes(ports.brand.brand().pull_by_minutes));
}

TextId keep_text(const Ports& ports, std::string_view language, std::string_view words)
{
    const auto id = ports.ids.next<TextId>();
    ports.texts.add(id, language, words);
    return id;
}

} // namespace amends::cases
