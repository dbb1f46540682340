// SPDX-License-Identifier: Apache-2.0
#include "app/figure_log.h"

#include "platform/json/read.h"

#include <algorithm>

namespace amends {
namespace {

using figure::Ended;
using promise::Kind;
using promise::State;

std::optional<Instant> instant_in(const json::Node& payload, std::string_view name)
{
    const auto member = payload.member(name);
    if (!member) return std::nullopt;
    const auto number = member->integer();
    return number ? std::optional(Instant{std::chrono::milliseconds(*number)}) : std::nullopt;
}

std::string text_in(const json::Node& payload, std::string_view name)
{
    const auto member = payload.member(name);
    return member ? member->text().value_or("") : "";
}

// What an event makes of a promise; what it leaves as it was has no state.
std::optional<State> state_after(std::string_view type)
{
    if (type == "promise.made") return State::open;
    if (type == "promise.kept") return State::kept;
    if (type == "promise.broken") return State::broken;
    if (type == "promise.moved") return State::moved;
    if (type == "promise.released") return State::released;
    return std::nullopt;
}

bool lives(const std::vector<figure::Stretch>& stretches) { return !stretches.empty() && !stretches.back().to; }

} // namespace

void FigureLog::hear(const timeline::Event& event)
{
    if (event.subject_kind == "promise") hear_of_promise(event);
    else if (event.case_id && event.subject_kind == "case") hear_of_case(event);
    else if (event.case_id && event.subject_kind == "message") hear_of_message(event);
}

void FigureLog::hear_of_promise(const timeline::Event& event)
{
    const auto payload = json::Node::parse(event.payload);
    const auto due_at = payload ? instant_in(*payload, "due_at") : std::nullopt;
    if (!due_at || !event.case_id) {
        complete_ = false;
        return;
    }
    if (text_in(*payload, "side") != "us") return;
    auto& promise = promises_[static_cast<PromiseId>(event.subject)];
    promise.id = static_cast<PromiseId>(event.subject);
    promise.case_id = *event.case_id;
    promise.kind = from_name<Kind>(text_in(*payload, "kind")).value_or(Kind::update);
    promise.due_at = *due_at;
    promise.original_due_at = instant_in(*payload, "original_due_at").value_or(*due_at);
    promise.warned_at = instant_in(*payload, "warned_at");
    promise.ended_at = instant_in(*payload, "ended_at").value_or(Instant{});
    promise.state = state_after(event.type).value_or(promise.state);
}

void FigureLog::begin(OneCase& of, Instant at)
{
    if (lives(of.stretches)) return;
    // What ends and begins again in one act has never ended.
    constexpr std::chrono::seconds one_act{1};
    const bool went_on = !of.stretches.empty() && at <= *of.stretches.back().to + one_act;
    if (went_on) of.stretches.back().to = std::nullopt;
    else of.stretches.push_back({at, std::nullopt});
}

void FigureLog::end(OneCase& of, Instant at)
{
    of.lived_before = lives(of.stretches);
    if (of.lived_before) of.stretches.back().to = at;
}

void FigureLog::hear_of_case(const timeline::Event& event)
{
    auto& of = cases_[*event.case_id];
    if (event.type == "case.opened") {
        const auto payload = json::Node::parse(event.payload);
        const auto live = payload ? payload->member("live") : std::nullopt;
        complete_ = complete_ && live;
        if (live && live->boolean().value_or(false)) begin(of, event.at);
    } else if (event.type == "case.reopened") begin(of, event.at);
    else if (event.type == "case.resolved") {
        end(of, event.at);
        of.resolved_as = event.seq;
    } else if (event.type == "case.merged" || event.type == "case.spam_marked") {
        end(of, event.at);
        of.spam = event.type == "case.spam_marked";
    } else if (event.type == "case.unmerged" || event.type == "case.spam_unmarked") {
        if (of.lived_before) begin(of, event.at);
        of.spam = false;
    }
}

void FigureLog::hear_of_message(const timeline::Event& event)
{
    auto& of = cases_[*event.case_id];
    if (event.type == "message.queued") of.queued_as[event.subject] = event.seq;
    else if (event.type == "message.untold") of.told.erase(event.subject);
    else if (event.type == "message.told") {
        const auto payload = json::Node::parse(event.payload);
        of.told[event.subject] = payload ? instant_in(*payload, "at").value_or(event.at) : event.at;
    } else if (event.type == "message.withdrawn") {
        // The message that ended the case is taken back: it was queued and the case resolved in one act, and the case
        // lives on as if nothing had been.
        constexpr std::int64_t one_act = 3;
        const auto queued = of.queued_as.find(event.subject);
        const bool ended_by_it = queued != of.queued_as.end() && of.resolved_as > queued->second &&
                                 of.resolved_as - queued->second <= one_act;
        if (ended_by_it && !of.stretches.empty()) of.stretches.back().to = std::nullopt;
    }
}

figure::Facts FigureLog::facts() const
{
    figure::Facts facts;
    const auto is_spam = [&](CaseId id) {
        const auto found = cases_.find(id);
        return found != cases_.end() && found->second.spam;
    };
    for (const auto& [id, promise] : promises_)
        if (promise.state != State::open && !is_spam(promise.case_id)) facts.ended.push_back(promise);
    for (const auto& [id, of] : cases_) {
        if (of.spam || of.stretches.empty()) continue;
        figure::Life life{.case_id = id, .stretches = of.stretches};
        for (const auto& [message, at] : of.told) life.told.push_back(at);
        std::ranges::sort(life.told);
        facts.lives.push_back(std::move(life));
    }
    return facts;
}

} // namespace amends
