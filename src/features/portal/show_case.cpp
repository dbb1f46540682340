// SPDX-License-Identifier: Apache-2.0
#include "portal/show_case.h"

#include "case/change_case.h"
#include "portal/shown_messages.h"

#include <algorithm>

namespace amends::portal {
namespace {

using cases::Case;
using cases::Status;

// Spam and merges are our affair: whoever is concerned sees the case as it was before.
Status public_status(const Case& of)
{
    const bool inner = of.status == Status::spam || of.status == Status::merged;
    return inner ? of.former_status.value_or(Status::queued) : of.status;
}

Next next_step(Status status, const std::optional<cases::Wait>& wait)
{
    if (cases::settling(status)) return Next::solved;
    if (cases::ended(status)) return Next::ended;
    if (status == Status::queued) return Next::queued;
    if (status != Status::waiting || !wait) return Next::answer_coming;
    switch (wait->waits_on) {
    case cases::Side::customer: return Next::waiting_for_you;
    case cases::Side::partner: return Next::waiting_for_partner;
    case cases::Side::schedule: return Next::scheduled;
    case cases::Side::us: return Next::answer_coming;
    }
    return Next::answer_coming;
}

State state_of(Next next)
{
    if (next == Next::waiting_for_you) return State::yours;
    return next == Next::solved || next == Next::ended ? State::done : State::working;
}

PromiseLine line_of(const Ports& ports, const promise::Promise& promise)
{
    return {.text = promise.text_id ? ports.desk().texts.text(*promise.text_id) : std::string(),
            .kind = std::string(name_of(promise.kind)),
            .due_at = promise.due_at,
            .state = std::string(name_of(promise.state)),
            .side = std::string(name_of(promise.side)),
            .keeper = promise.keeper_id ? std::optional(ports.names.user(*promise.keeper_id)) : std::nullopt,
            .original_due_at = promise.original_due_at,
            .warned_at = promise.warned_at,
            .fulfilled_late_at = promise.fulfilled_late_at};
}

// What we promised them, and what they said they would do. A partner's word was not given to them.
std::vector<PromiseLine> promises_to(const Ports& ports, const Case& of, PersonId person)
{
    std::vector<PromiseLine> lines;
    for (const auto& promise : ports.ending.promising.promises.of_case(of.id)) {
        const bool theirs = !promise.beneficiary_id || *promise.beneficiary_id == person;
        if (promise.side == promise::Side::partner || !theirs) continue;
        lines.push_back(line_of(ports, promise));
    }
    return lines;
}

std::vector<WaitLine> waits_of(const Ports& ports, const Case& of)
{
    std::vector<WaitLine> lines;
    for (auto& wait : ports.desk().cases.waits(of.id))
        lines.push_back({std::string(name_of(wait.waits_on)), std::move(wait.partner), wait.starts_at, wait.ends_at});
    return lines;
}

std::optional<HonestRange> range_of(const Ports& ports, const Case& of)
{
    if (!cases::live(of.status)) return std::nullopt;
    const auto known = ports.dates.support(of);
    if (known.n < promise::fewest_cases || !known.honest_at || !known.half_at) return std::nullopt;
    return HonestRange{known.n, *known.half_at, *known.honest_at};
}

struct Opened {
    Case of{};
    person::Person person{};
    std::optional<person::ContactPoint> point{};
    bool proven = false;
};

bool gone(const Ports& ports, const Case& of)
{
    const auto& desk = ports.desk();
    return cases::ended(of.status) && !cases::may_reopen(of, desk.clock.now(), desk.brand.brand().reopen_days);
}

Result<Opened> open(const Ports& ports, const Visitor& visitor)
{
    AMENDS_TRY(auto of, case_behind(ports, visitor.opened));
    const auto& desk = ports.desk();
    if (gone(ports, of) && visitor.opened.until.value_or(Instant{}) < desk.clock.now())
        return refuse(Refusal::not_found, "portal.link_ended");
    auto person = desk.people.find(visitor.opened.person_id);
    if (!person) return refuse(Refusal::not_found, "portal.no_such_link");
    auto point = contact_point(ports, of, person->id);
    const bool stopped = point && point->stopped_at;
    const bool proven = !stopped && (visitor.says_mine || visitor.by_form || !point || point->verified_at);
    return Opened{std::move(of), *std::move(person), std::move(point), proven};
}

void add_progress(const Ports& ports, const Opened& opened, CustomerView& view)
{
    const Case& of = opened.of;
    const auto status = public_status(of);
    const auto wait = ports.desk().cases.open_wait(of.id);
    const bool lives = cases::live(status);
    view.next = next_step(status, wait);
    view.state = state_of(view.next);
    view.status = name_of(status);
    if (view.next == Next::waiting_for_partner && wait) view.partner = wait->partner;
    if (lives) view.next_update_at = of.next_update_at;
    view.late = lives && of.next_update_at && *of.next_update_at < ports.desk().clock.now();
    view.told_at = of.last_told_at;
    if (of.owner_id) view.owner = OwnerName{ports.names.user(*of.owner_id)};
    if (of.team_id) view.team = ports.names.team(*of.team_id);
    view.can_write = !(opened.point && opened.point->stopped_at) && !gone(ports, of);
    view.solved_question = view.can_write && opened.proven && (lives || cases::settling(status));
}

} // namespace

Result<Case> case_behind(const Ports& ports, const reply::CaseLink& opened)
{
    const auto& desk = ports.desk();
    AMENDS_TRY(auto named, cases::existing(desk, opened.case_id));
    AMENDS_TRY(auto shown, cases::existing(desk, cases::shown_as(desk.cases, named.id)));
    return shown.person_id == opened.person_id ? shown : named;
}

std::optional<person::ContactPoint> contact_point(const Ports& ports, const Case& of, PersonId person)
{
    const auto& desk = ports.desk();
    for (const auto& participant : desk.cases.participants(of.id))
        if (participant.person_id == person)
            if (auto point = desk.people.at(person::ContactKind::email, participant.address)) return point;
    const auto points = desk.people.contact_points(person);
    return points.empty() ? std::nullopt : std::optional(points.front());
}

Result<CustomerView> show_case(const Ports& ports, const Visitor& visitor)
{
    AMENDS_TRY(const auto opened, open(ports, visitor));
    const auto& brand = ports.desk().brand.brand();
    CustomerView view{.desk = {brand.name, brand.language},
                      .ref = brand::case_ref(brand, opened.of.number),
                      .language = opened.person.language.empty() ? opened.of.language : opened.person.language,
                      .zone = opened.person.zone.empty() ? brand.zone : opened.person.zone,
                      .proven = opened.proven};
    add_progress(ports, opened, view);
    if (!opened.proven) return view; // Whoever has got a stranger's mail reads none of the stranger's words.
    view.subject = opened.of.subject;
    view.promises = promises_to(ports, opened.of, opened.person.id);
    view.waits = waits_of(ports, opened.of);
    view.honest = range_of(ports, opened.of);
    const bool reads_mail = opened.point && opened.point->verified_at && !opened.point->stopped_at;
    view.may_choose_call = reads_mail && !visitor.by_form && cases::live(opened.of.status);
    view.messages = shown_messages(ports, opened.of, visitor);
    return view;
}

} // namespace amends::portal
