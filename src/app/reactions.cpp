// SPDX-License-Identifier: Apache-2.0
#include "app/reactions.h"

#include "app/workload_routes.h"
#include "case/change_case.h"
#include "case/change_case_facts.h"
#include "portal/names_sql.h"
#include "promise/record_promise.h"
#include "promise/resume_promises.h"
#include "reply/acknowledge_case.h"
#include "reply/tell_of_delay.h"
#include "reply/tell_of_owner.h"
#include "signal/open_signal.h"
#include "target/follow_calendar.h"
#include "target/run_clocks.h"

#include <array>
#include <string_view>

namespace amends {
namespace {

using Reaction = void (*)(Desk&, const timeline::Event&);

// Whoever holds a case keeps what is promised on it.
void keeper_follows_holder(Desk& desk, const timeline::Event& event)
{
    if (const auto held = desk.cases.find(*event.case_id)) desk.promises.give(held->id, held->owner_id);
}

// Who was given work of others to ease or to stand in for them takes over somebody's customer: the customer is told.
void tell_of_new_owner(Desk& desk, const timeline::Event& event)
{
    using cases::HandOverKind;
    const auto given = desk.cases.hand_overs(*event.case_id);
    if (given.empty() || !given.back().to_owner) return;
    if (given.back().kind != HandOverKind::relief && given.back().kind != HandOverKind::leave) return;
    const portal::NamesSql names(desk.session, desk.brand_id);
    const auto told = reply::tell_of_owner(desk.reply_ports(), *event.case_id, names.user(*given.back().to_owner));
    if (!told) throw Failure("a new owner could not be told: " + told.error().code);
}

// Whoever wrote is told that it has arrived, once a case; whether and how is reply's to know.
void acknowledge(Desk& desk, const timeline::Event& event)
{
    const auto placed = desk.cases.find(*event.case_id);
    if (!placed || placed->acknowledged_at || !cases::live(placed->status)) return;
    const auto told = reply::acknowledge_case(desk.reply_ports(), placed->id, static_cast<MessageId>(event.subject));
    if (!told) throw Failure("a case could not be acknowledged: " + told.error().code);
}

// Whoever holds the case it was merged into keeps what was promised on it.
void keeper_follows_target(Desk& desk, const timeline::Event& event)
{
    const auto target = desk.cases.find(cases::shown_as(desk.cases, *event.case_id));
    if (target) desk.promises.give(*event.case_id, target->owner_id);
}

void clocks_go_on(Desk& desk, const timeline::Event& event)
{
    promise::resume_promises(desk.promise_ports(), *event.case_id);
}

void warn(Desk& desk, const timeline::Event& event, std::string_view detector)
{
    const auto of_case = event.case_id ? desk.cases.find(*event.case_id) : std::nullopt;
    signal::open_signal(desk.signal_ports(), {.detector = std::string(detector),
                                              .subject_kind = event.subject_kind,
                                              .subject = event.subject,
                                              .case_id = event.case_id,
                                              .owner = of_case ? of_case->owner_id : std::nullopt});
}

// What the other side has not done is a red flag for us, and no failure of ours.
void warn_of_broken_promise(Desk& desk, const timeline::Event& event)
{
    const auto promise = desk.promises.find(static_cast<PromiseId>(event.subject));
    const bool ours = !promise || promise->side == promise::Side::us;
    warn(desk, event, ours ? "broken_promise" : "their_promise_broken");
}

void warn_of_risk(Desk& desk, const timeline::Event& event) { warn(desk, event, "promise_at_risk"); }

// It was kept, moved, released or broken, or its keeper has answered.
void no_more_risk(Desk& desk, const timeline::Event& event)
{
    signal::settle_signal(desk.signal_ports(), "promise_at_risk", event.subject_kind, event.subject);
}

// A result that did not come, or a call that nobody made, is a service failure: the case says so (domain.md 5.2).
void failed_to_keep(Desk& desk, const timeline::Event& event)
{
    const auto promise = desk.promises.find(static_cast<PromiseId>(event.subject));
    if (!promise || promise->side != promise::Side::us || promise->kind == promise::Kind::update) return;
    const auto raised = cases::raise_severity(desk.case_ports(), cases::shown_as(desk.cases, promise->case_id), 2);
    if (!raised) throw Failure("a severity could not be raised: " + raised.error().code);
    const auto told = reply::tell_of_missed(desk.reply_ports(), promise->id);
    if (!told) throw Failure("a missed call could not be told: " + told.error().code);
}

// Both cases' results and calls are one clock, or two again.
void nearest_promise(Desk& desk, const timeline::Event& event)
{
    const auto done = promise::refresh_clock(desk.promise_ports(), *event.case_id);
    if (!done) throw Failure("the clock of a case could not be set: " + done.error().code);
}
void warn_of_unpulled_case(Desk& desk, const timeline::Event& event) { warn(desk, event, "not_pulled"); }
void warn_of_dead_line(Desk& desk, const timeline::Event& event) { warn(desk, event, "channel_down"); }

// It has been pulled, or the line is up again: the warning has been answered by the deed.
void nothing_unpulled(Desk& desk, const timeline::Event& event)
{
    signal::settle_signal(desk.signal_ports(), "not_pulled", event.subject_kind, event.subject);
}

void line_is_alive(Desk& desk, const timeline::Event& event)
{
    signal::settle_signal(desk.signal_ports(), "channel_down", event.subject_kind, event.subject);
}

// Whatever was said, waited for or found out may move the clocks of the case.
void run_target_clocks(Desk& desk, const timeline::Event& event)
{
    if (!event.case_id || !desk.brand.brand().has_targets) return;
    const auto run = target::run_clocks(desk.target_ports(), *event.case_id);
    if (!run) throw Busy("the clocks of a case were moved by somebody else: " + run.error().code);
}

// Nobody can tell from outside which part of the brand was changed: most changes cost one look and move nothing.
void follow_calendar(Desk& desk, const timeline::Event& /*event*/)
{
    if (desk.brand.brand().has_targets) target::follow_calendar(desk.target_ports());
}

void warn_of_target_at_risk(Desk& desk, const timeline::Event& event) { warn(desk, event, "target_at_risk"); }

// It is no risk any more, for good or for bad.
void target_no_risk(Desk& desk, const timeline::Event& event)
{
    signal::settle_signal(desk.signal_ports(), "target_at_risk", event.subject_kind, event.subject);
}

void warn_of_breached_target(Desk& desk, const timeline::Event& event)
{
    target_no_risk(desk, event);
    warn(desk, event, "target_breached");
}

void warn_of_unconfirmed_holidays(Desk& desk, const timeline::Event& event)
{
    warn(desk, event, "holidays_unconfirmed");
}

// What people write can be found from the moment at which it is kept: the transaction writes the index last.
void index_message(Desk& desk, const timeline::Event& event)
{
    desk.unindexed.push_back({search::Findable::message, event.subject});
}

void index_note(Desk& desk, const timeline::Event& event)
{
    desk.unindexed.push_back({search::Findable::note, event.subject});
}

void index_case(Desk& desk, const timeline::Event& event)
{
    desk.unindexed.push_back({search::Findable::whole_case, static_cast<std::int64_t>(*event.case_id)});
}

void mind_absence_of(Desk& desk, const timeline::Event& event)
{
    mind_absence(desk, static_cast<UserId>(event.subject));
}

// Too much for those who are there, until it is better: a warning for whoever leads.
void warn_of_overload(Desk& desk, const timeline::Event& event) { warn(desk, event, "occupancy"); }

void overload_is_over(Desk& desk, const timeline::Event& event)
{
    signal::settle_signal(desk.signal_ports(), "occupancy", event.subject_kind, event.subject);
}

struct Row {
    std::string_view type;
    Reaction reaction;
};

// Event → what follows from it, in this order.
constexpr std::array table{
    Row{"message.placed", acknowledge},
    Row{"message.placed", index_message},
    Row{"message.moved", index_message},
    Row{"message.queued", index_message},
    Row{"note.written", index_note},
    Row{"case.opened", index_case},
    Row{"case.changed", index_case},
    Row{"case.taken", keeper_follows_holder},
    Row{"case.handed_over", keeper_follows_holder},
    Row{"case.handed_over", tell_of_new_owner},
    Row{"case.released", keeper_follows_holder},
    Row{"case.merged", keeper_follows_target},
    Row{"case.unmerged", keeper_follows_holder},
    Row{"case.spam_unmarked", clocks_go_on},
    Row{"case.taken", nothing_unpulled},
    Row{"case.handed_over", nothing_unpulled},
    Row{"case.spam_marked", nothing_unpulled},
    Row{"case.merged", nothing_unpulled},
    Row{"case.not_pulled", warn_of_unpulled_case},
    Row{"case.merged", nearest_promise},
    Row{"case.unmerged", nearest_promise},
    Row{"promise.broken", warn_of_broken_promise},
    Row{"promise.broken", failed_to_keep},
    Row{"promise.at_risk", warn_of_risk},
    Row{"promise.kept", no_more_risk},
    Row{"promise.moved", no_more_risk},
    Row{"promise.released", no_more_risk},
    Row{"promise.broken", no_more_risk},
    Row{"promise.confirmed", no_more_risk},
    Row{"message.placed", run_target_clocks},
    Row{"message.moved", run_target_clocks},
    Row{"message.sent", run_target_clocks},
    Row{"message.withdrawn", run_target_clocks},
    Row{"message.failed", run_target_clocks},
    Row{"message.bounced", run_target_clocks},
    Row{"case.waiting", run_target_clocks},
    Row{"case.wait_ended", run_target_clocks},
    Row{"case.changed", run_target_clocks},
    Row{"case.resolved", run_target_clocks},
    Row{"case.closed", run_target_clocks},
    Row{"case.reopened", run_target_clocks},
    Row{"case.merged", run_target_clocks},
    Row{"case.unmerged", run_target_clocks},
    Row{"case.spam_unmarked", run_target_clocks},
    Row{"brand.changed", follow_calendar},
    Row{"target.at_risk", warn_of_target_at_risk},
    Row{"target.met", target_no_risk},
    Row{"target.paused", target_no_risk},
    Row{"target.lifted", target_no_risk},
    Row{"target.breached", warn_of_breached_target},
    Row{"brand.holidays_unconfirmed", warn_of_unconfirmed_holidays},
    Row{"worker.presence", mind_absence_of},
    Row{"staffing.overloaded", warn_of_overload},
    Row{"staffing.relieved", overload_is_over},
    Row{"channel.down", warn_of_dead_line},
    Row{"channel.up", line_is_alive},
};

} // namespace

void react(Desk& desk, const timeline::Event& event)
{
    for (const auto& row : table)
        if (row.type == event.type) row.reaction(desk, event);
}

} // namespace amends
