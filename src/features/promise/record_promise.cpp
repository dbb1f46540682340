// SPDX-License-Identifier: Apache-2.0
#include "promise/record_promise.h"

#include "case/change_case.h"
#include "promise/risk.h"

#include <algorithm>

namespace amends::promise {
namespace {

std::int64_t subject(PromiseId id) { return static_cast<std::int64_t>(id); }

void tell(const Ports& ports, std::string type, const Promise& promise)
{
    ports.desk.events.append(std::move(type), timeline::about("promise", promise.id, promise.case_id),
                             payload_of(promise));
}

std::string_view what_became(const Promise& before, const Promise& after)
{
    if (before.state == after.state && !before.fulfilled_late_at && after.fulfilled_late_at)
        return "promise.fulfilled_late";
    switch (after.state) {
    case State::kept: return "promise.kept";
    case State::broken: return "promise.broken";
    case State::moved: return "promise.moved";
    case State::released: return "promise.released";
    case State::open: return "";
    }
    return "";
}

} // namespace

void put_timer(const Ports& ports, const Promise& promise)
{
    // What is over has its true due time: how late its timer was is written down.
    const Instant end = breaks_at(promise);
    const bool over = ports.desk.clock.now() >= end;
    ports.desk.agenda.put(promise_due, subject(promise.id),
                          over ? end : next_moment(promise, ports.desk.brand.times()));
}

void write_new(const Ports& ports, const Promise& made)
{
    ports.promises.add(made);
    put_timer(ports, made);
    tell(ports, "promise.made", made);
}

bool write_change(const Ports& ports, const Promise& before, const Promise& after)
{
    if (!ports.promises.change(before, after)) return false;
    if (before.state == State::open && after.state != State::open)
        ports.desk.agenda.strike(promise_due, subject(before.id));
    if (before.state == State::open && after.fulfilled_late_at) {
        Promise at_its_time = after;
        at_its_time.fulfilled_late_at = std::nullopt;
        tell(ports, "promise.broken", at_its_time);
        tell(ports, "promise.fulfilled_late", after);
        return true;
    }
    if (const auto type = what_became(before, after); !type.empty()) tell(ports, std::string(type), after);
    return true;
}

Result<void> refresh_clock(const Ports& ports, CaseId id)
{
    const auto shown = cases::shown_as(ports.desk.cases, id);
    const auto before = ports.desk.cases.find(shown);
    if (!before) return {};
    auto together = ports.desk.cases.merged_into(shown);
    together.push_back(shown);
    std::optional<Instant> nearest;
    for (const CaseId each : together)
        for (const Promise& promise : ports.promises.of_case(each))
            if (owed(promise)) nearest = nearest ? std::min(*nearest, promise.due_at) : promise.due_at;
    if (before->promise_due_at == nearest) return {};
    cases::Case after = *before;
    after.promise_due_at = nearest;
    AMENDS_TRY([[maybe_unused]] const auto written, cases::write(ports.desk, *before, std::move(after)));
    return {};
}

} // namespace amends::promise
