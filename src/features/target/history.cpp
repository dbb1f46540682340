// SPDX-License-Identifier: Apache-2.0
#include "target/history.h"

#include <algorithm>

namespace amends::target {
namespace {

using std::chrono::milliseconds;

// The hours of those who count all of them.
struct AllTime final : OpeningTimes {
    [[nodiscard]] bool open_at(Instant /*at*/) const override { return true; }
    [[nodiscard]] Instant next_open(Instant at) const override { return at; }
    [[nodiscard]] Instant after_open_time(Instant start, milliseconds duration) const override
    {
        return start + duration;
    }
    [[nodiscard]] Instant after_open_days(Instant start, int days) const override
    {
        return start + std::chrono::days(days);
    }
    [[nodiscard]] milliseconds open_time_between(Instant from, Instant to) const override
    {
        return std::max(to - from, milliseconds{});
    }
};

struct Cycle {
    Instant from{};
    std::optional<Instant> to{};
};

std::optional<Instant> first_from(const std::vector<Instant>& sorted, Instant at)
{
    const auto found = std::ranges::lower_bound(sorted, at);
    return found == sorted.end() ? std::nullopt : std::optional(*found);
}

// What ends the wait for an answer: the answer, or that the matter is over.
std::vector<Instant> ends(const History& history)
{
    std::vector<Instant> list = history.answered;
    for (const auto& over : history.settled) list.push_back(over.from);
    std::ranges::sort(list);
    return list;
}

std::vector<Cycle> responses(const History& history)
{
    const auto over = ends(history);
    std::vector<Cycle> cycles;
    for (const Instant at : history.heard) {
        const bool waits_already = !cycles.empty() && (!cycles.back().to || at <= *cycles.back().to);
        if (!waits_already) cycles.push_back({at, first_from(over, at)});
    }
    return cycles;
}

std::vector<Cycle> updates(const History& history)
{
    std::vector<Cycle> cycles;
    Instant from = history.heard.front();
    auto over = history.settled.begin();
    for (;;) {
        while (over != history.settled.end() && over->from < from) ++over;
        const auto told = first_from(history.answered, from + milliseconds{1});
        const bool settles = over != history.settled.end() && (!told || over->from <= *told);
        if (settles) {
            cycles.push_back({from, over->from});
            if (!over->to) return cycles;
            from = *over->to;
            ++over;
            continue;
        }
        cycles.push_back({from, told});
        if (!told) return cycles;
        from = *told;
    }
}

std::vector<Cycle> cycles_of(Metric metric, const History& history)
{
    if (history.heard.empty()) return {};
    if (metric == Metric::update) return updates(history);
    if (metric == Metric::resolution) {
        const bool over = !history.settled.empty() && !history.settled.back().to;
        return {{history.heard.front(), over ? std::optional(history.settled.back().from) : std::nullopt}};
    }
    auto cycles = responses(history);
    if (metric == Metric::first_response) cycles.resize(1);
    else cycles.erase(cycles.begin());
    return cycles;
}

// When the clock stood still between its start and its stop, in order and apart. Whatever begins after the stop does
// not matter to it.
std::vector<Stretch> pauses_of(const Target& target, const History& history, const Cycle& cycle)
{
    std::vector<Stretch> all;
    if (target.pauses_on_customer) all = history.on_customer;
    all.insert(all.end(), history.settled.begin(), history.settled.end());
    std::ranges::sort(all, {}, &Stretch::from);
    std::vector<Stretch> pauses;
    for (Stretch each : all) {
        if ((each.to && *each.to <= cycle.from) || (cycle.to && each.from >= *cycle.to)) continue;
        each.from = std::max(each.from, pauses.empty() ? cycle.from : std::max(cycle.from, *pauses.back().to));
        if (cycle.to) each.to = std::min(each.to.value_or(*cycle.to), *cycle.to);
        if (each.to && *each.to <= each.from) continue;
        pauses.push_back(each);
        if (!each.to) break;
    }
    return pauses;
}

// The clock without its pauses: one stretch after another, of which the last has no end unless it stands still.
std::vector<Stretch> without(const std::vector<Stretch>& pauses, Instant from)
{
    std::vector<Stretch> counted;
    for (const auto& pause : pauses) {
        counted.push_back({from, pause.from});
        if (!pause.to) return counted;
        from = *pause.to;
    }
    counted.push_back({from, std::nullopt});
    return counted;
}

milliseconds time_until(const std::vector<Stretch>& counted, const OpeningTimes& times, Instant until)
{
    milliseconds sum{};
    for (const auto& [from, to] : counted) sum += times.open_time_between(from, std::min(to.value_or(until), until));
    return sum;
}

// None when the clock stands still before so much has passed.
std::optional<Instant> moment_after(const std::vector<Stretch>& counted, const OpeningTimes& times, milliseconds length)
{
    for (const auto& [from, to] : counted) {
        if (!to) return times.after_open_time(from, length);
        const auto passes = times.open_time_between(from, *to);
        if (length <= passes) return times.after_open_time(from, length);
        length -= passes;
    }
    return std::nullopt;
}

State state_of(const Run& run, Instant now)
{
    if (run.due_at && (run.stopped_at ? *run.stopped_at > *run.due_at : now >= *run.due_at)) return State::breached;
    if (run.stopped_at) return State::met;
    return run.due_at ? State::running : State::paused;
}

// How long it may take where nothing stands still, and until when.
struct Allowance {
    Instant until{};
    milliseconds length{};
};

Allowance allowance_of(const Target& target, Instant from, const OpeningTimes& times, const Deadlines& deadlines)
{
    const auto span = open_span(target.within).value_or(OpenSpan{});
    const Instant until = target.deadline_rule.empty() ? after(times, from, span)
                                                       : deadlines.due(target.deadline_rule, from).value_or(from);
    return {until, times.open_time_between(from, until)};
}

std::optional<Instant> risk_of(const std::vector<Stretch>& counted, const OpeningTimes& open, Instant due)
{
    const auto length = time_until(counted, open, due);
    const auto at = moment_after(counted, open, length * risk_percent / 100);
    return at ? std::optional(std::min(*at, due)) : std::nullopt;
}

Run run_of(const Target& target, const History& history, const Cycle& cycle, const Measures& by, Instant now)
{
    static const AllTime always;
    const bool all_time = target.counted == Counted::all_time || !target.deadline_rule.empty();
    const OpeningTimes& times = all_time ? static_cast<const OpeningTimes&>(always) : by.open;
    const auto pauses = pauses_of(target, history, cycle);
    const auto counted = without(pauses, cycle.from);
    const auto allowance = allowance_of(target, cycle.from, times, by.deadlines);
    Run run{.started_at = cycle.from, .stopped_at = cycle.to, .allowed = allowance.length};
    run.due_at = pauses.empty() ? std::optional(allowance.until) : moment_after(counted, times, run.allowed);
    const Instant until = cycle.to.value_or(now);
    run.elapsed = time_until(counted, times, until);
    run.paused = times.open_time_between(cycle.from, until) - run.elapsed;
    run.state = state_of(run, now);
    if (run.due_at) run.risk_at = risk_of(counted, by.open, *run.due_at);
    return run;
}

} // namespace

bool applies(const Target& target, const History& history)
{
    return (!target.account_id || target.account_id == history.account_id) &&
           (!target.severity_least || history.severity >= *target.severity_least) &&
           (target.channel.empty() || target.channel == history.channel) &&
           (!target.type || *target.type == history.type);
}

std::optional<Run> run(const Target& target, const History& history, const Measures& by, Instant now)
{
    std::optional<Run> last;
    for (const auto& cycle : cycles_of(target.metric, history)) {
        last = run_of(target, history, cycle, by, now);
        if (last->state == State::breached) break;
    }
    return last;
}

} // namespace amends::target
