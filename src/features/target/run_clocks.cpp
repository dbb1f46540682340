// SPDX-License-Identifier: Apache-2.0
#include "target/run_clocks.h"

#include "case/change_case.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace amends::target {
namespace {

void say(const Ports& ports, std::string type, const TargetClock& clock)
{
    auto payload = fmt::format(R"({{"target":{},"started_at":{})", static_cast<std::int64_t>(clock.target_id),
                               clock.started_at.time_since_epoch().count());
    if (clock.due_at) payload += fmt::format(R"(,"due_at":{})", clock.due_at->time_since_epoch().count());
    ports.desk.events.append(std::move(type), timeline::about("target_clock", clock.id, clock.case_id), payload + "}");
}

void set_timer(const Ports& ports, std::string_view kind, TargetClockId id, std::optional<Instant> before,
               std::optional<Instant> after)
{
    if (before == after) return;
    const auto subject = static_cast<std::int64_t>(id);
    if (after) ports.desk.agenda.put(kind, subject, *after);
    else ports.desk.agenda.strike(kind, subject);
}

std::optional<Instant> timer_of(const TargetClock& clock, std::optional<Instant> at)
{
    return clock.state == State::running ? at : std::nullopt;
}

std::optional<Instant> warning_of(const TargetClock& clock)
{
    return clock.warned_at ? std::nullopt : timer_of(clock, clock.risk_at);
}

void set_timers(const Ports& ports, const TargetClock& before, const TargetClock& after)
{
    set_timer(ports, target_due, after.id, timer_of(before, before.due_at), timer_of(after, after.due_at));
    set_timer(ports, target_risk, after.id, warning_of(before), warning_of(after));
}

TargetClock clock_from(TargetClock clock, const Run& run, Instant now)
{
    if (clock.started_at != run.started_at) clock.warned_at = std::nullopt; // It begins anew.
    clock.started_at = run.started_at;
    clock.due_at = run.due_at;
    clock.risk_at = run.risk_at;
    clock.stopped_at = run.stopped_at;
    clock.state = run.state;
    if (clock.state == State::running && !clock.warned_at && clock.risk_at && *clock.risk_at <= now)
        clock.warned_at = now;
    return clock;
}

// A breach is final: only when it was done at last is added.
TargetClock after_breach(TargetClock clock, const Run& run)
{
    if (!clock.stopped_at && run.stopped_at && *run.stopped_at > clock.started_at) clock.stopped_at = run.stopped_at;
    return clock;
}

void say_what_changed(const Ports& ports, const TargetClock& before, const TargetClock& after)
{
    const bool anew = before.started_at != after.started_at;
    if (anew && after.state != State::breached) say(ports, "target.started", after);
    if (after.state == before.state && !anew) {
        if (after.due_at != before.due_at) say(ports, "target.moved", after);
        if (after.warned_at && !before.warned_at) say(ports, "target.at_risk", after);
        return;
    }
    switch (after.state) {
    case State::breached: say(ports, "target.breached", after); break;
    case State::met: say(ports, "target.met", after); break;
    case State::paused: say(ports, "target.paused", after); break;
    case State::running:
        if (!anew) say(ports, "target.resumed", after);
        if (after.warned_at && !before.warned_at) say(ports, "target.at_risk", after);
        break;
    }
}

bool same(const TargetClock& a, const TargetClock& b)
{
    const auto all = [](const TargetClock& c) {
        return std::tie(c.started_at, c.due_at, c.risk_at, c.warned_at, c.stopped_at, c.state);
    };
    return all(a) == all(b);
}

std::unexpected<Refusal> changed_meanwhile() { return refuse(Refusal::conflict, "target.changed_meanwhile"); }

Result<void> start(const Ports& ports, const Target& target, CaseId of, const Run& run)
{
    TargetClock clock{.id = ports.desk.ids.next<TargetClockId>(), .target_id = target.id, .case_id = of};
    clock = clock_from(clock, run, ports.desk.clock.now());
    if (!ports.targets.add(clock)) return changed_meanwhile();
    set_timers(ports, {}, clock);
    say(ports, "target.started", clock);
    TargetClock begun = clock;
    begun.state = State::running;
    begun.warned_at = std::nullopt;
    say_what_changed(ports, begun, clock);
    return {};
}

Result<void> go_on(const Ports& ports, const TargetClock& before, const Run& run)
{
    const auto after =
        before.state == State::breached ? after_breach(before, run) : clock_from(before, run, ports.desk.clock.now());
    if (same(before, after)) return {};
    if (!ports.targets.change(before, after)) return changed_meanwhile();
    set_timers(ports, before, after);
    say_what_changed(ports, before, after);
    return {};
}

// The case was found to be of another kind: what has ended stays, what runs does not concern it.
void lift(const Ports& ports, const TargetClock& clock)
{
    if (clock.state == State::met || clock.state == State::breached) return;
    TargetClock stopped = clock;
    stopped.state = State::met;
    set_timers(ports, clock, stopped);
    ports.targets.remove(clock);
    say(ports, "target.lifted", clock);
}

Result<void> run_target(const Ports& ports, const Target& target, const TargetClock* clock, const History& history)
{
    const auto found = run(target, history, ports.measures(), ports.desk.clock.now());
    const bool meant = found && applies(target, history);
    if (!meant && clock != nullptr) lift(ports, *clock);
    if (!meant) return {};
    if (clock != nullptr) return go_on(ports, *clock, *found);
    const bool later = history.heard.front() >= target.created_at; // It says nothing about what was before it.
    const bool over = target.ended_at && history.heard.front() >= *target.ended_at;
    return later && !over ? start(ports, target, history.case_id, *found) : Result<void>{};
}

template <class T>
void append_from(std::vector<T>& list, const std::vector<T>& more, Instant since, Instant T::* at)
{
    for (const T& each : more)
        if (each.to.value_or(Instant::max()) > since) {
            list.push_back(each);
            list.back().*at = std::max(each.*at, since);
        }
}

// What was merged lives on in its target: from then on the target's answers and waits are its own.
History and_then(History history, const History& shown, Instant merged_at)
{
    const auto later = std::ranges::lower_bound(shown.answered, merged_at);
    history.answered.insert(history.answered.end(), later, shown.answered.end());
    std::ranges::sort(history.answered);
    append_from(history.on_customer, shown.on_customer, merged_at, &Stretch::from);
    append_from(history.settled, shown.settled, merged_at, &Stretch::from);
    history.status = shown.status;
    return history;
}

std::optional<History> history_of(const Ports& ports, CaseId id)
{
    auto history = ports.targets.history(id);
    if (!history || history->status != cases::Status::merged) return history;
    const auto merge = ports.desk.cases.merge_of(id);
    const auto shown = merge ? ports.targets.history(cases::shown_as(ports.desk.cases, id)) : std::nullopt;
    return shown ? std::optional(and_then(*std::move(history), *shown, merge->at)) : history;
}

Result<void> run_alone(const Ports& ports, CaseId id)
{
    const auto history = history_of(ports, id);
    if (!history || history->status == cases::Status::spam || history->heard.empty()) return {};
    const auto clocks = ports.targets.of_case(id);
    for (const Target& target : ports.targets.all()) {
        const auto clock = std::ranges::find(clocks, target.id, &TargetClock::target_id);
        auto done = run_target(ports, target, clock == clocks.end() ? nullptr : &*clock, *history);
        if (!done) return done;
    }
    return {};
}

void collect(const cases::CaseStore& cases, CaseId id, std::vector<CaseId>& into)
{
    constexpr std::size_t most = 200;
    into.push_back(id);
    for (const CaseId source : cases.merged_into(id))
        if (into.size() < most && std::ranges::find(into, source) == into.end()) collect(cases, source, into);
}

std::optional<Instant> nearest(const Ports& ports, const std::vector<CaseId>& all)
{
    std::optional<Instant> due;
    for (const CaseId id : all)
        for (const auto& clock : ports.targets.of_case(id))
            if (clock.state == State::running && clock.due_at && (!due || *clock.due_at < *due)) due = clock.due_at;
    return due;
}

} // namespace

Result<void> run_clocks(const Ports& ports, CaseId id)
{
    const CaseId shown = cases::shown_as(ports.desk.cases, id);
    std::vector<CaseId> all;
    collect(ports.desk.cases, shown, all);
    for (const CaseId each : all)
        if (auto done = run_alone(ports, each); !done) return done;
    const auto before = ports.desk.cases.find(shown);
    if (!before) return {};
    const auto due = nearest(ports, all);
    if (before->target_due_at == due) return {};
    auto after = *before;
    after.target_due_at = due;
    AMENDS_TRY([[maybe_unused]] const auto written, cases::write(ports.desk, *before, std::move(after)));
    return {};
}

Result<void> run_clock(const Ports& ports, TargetClockId id)
{
    const auto clock = ports.targets.find(id);
    return clock ? run_clocks(ports, clock->case_id) : Result<void>{};
}

} // namespace amends::target
