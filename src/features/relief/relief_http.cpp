// SPDX-License-Identifier: Apache-2.0
#include "relief/relief_http.h"

#include "platform/json/read.h"

#include <algorithm>

namespace amends::relief {
namespace {

struct AskRelief {
    cases::HandOverReason reason{};
};
BOOST_DESCRIBE_STRUCT(AskRelief, (), (reason))

struct DecideRelief {
    bool grant{};
    std::optional<UserId> user_id{};
    std::optional<TeamId> team_id{};
};
BOOST_DESCRIBE_STRUCT(DecideRelief, (), (grant, user_id, team_id))

Person named(const std::vector<workload::Worker>& workers, UserId id)
{
    const auto found = std::ranges::find(workers, id, &workload::Worker::id);
    return {id, found == workers.end() ? std::string() : found->name};
}

// A result or a call, to which a customer can point: news from us is promised by the desk, and somebody will have it.
bool promised(const Ports& ports, CaseId id)
{
    return std::ranges::any_of(ports.hands.promising.promises.of_case(id), [](const promise::Promise& each) {
        return each.state == promise::State::open && each.side == promise::Side::us &&
               each.kind != promise::Kind::update;
    });
}

workload::Worker* lightest(std::vector<workload::Worker>& workers, Loads& loads, const workload::Held& of)
{
    workload::Worker* found = nullptr;
    for (auto& worker : workers) {
        if (worker.id == of.owner || !can_take(workers, worker, of)) continue;
        if (found == nullptr || loads[worker.id] < loads[found->id]) found = &worker;
    }
    return found;
}

} // namespace

http::Response get_proposal(const Ports& ports, const Carrying& carrying)
{
    const auto& desk = ports.hands.desk;
    const auto workers = carrying.workers.all();
    const auto held = carrying.loads.held();
    const auto minutes = workload::efforts(carrying.loads, desk.clock.now());
    auto loads = loads_of(workers, held, minutes);
    Proposal proposal{.greatest_before = greatest(loads)};
    for (const Move& move : rebalance(workers, held, minutes)) {
        const auto of = std::ranges::find(held, move.case_id, &workload::Held::id);
        proposal.moves.push_back({move.case_id, brand::case_ref(desk.brand.brand(), of->number), of->subject,
                                  named(workers, move.from), named(workers, move.to), move.minutes, of->promises});
        loads[move.from] -= move.minutes;
        loads[move.to] += move.minutes;
    }
    proposal.greatest_after = greatest(loads);
    return {200, json::text_of(proposal)};
}

Result<Chosen> chosen_in(const http::Request& request)
{
    AMENDS_TRY(auto chosen, json::parse<Chosen>(request.body));
    if (chosen.moves.empty() || chosen.moves.size() > most_moves)
        return refuse(Refusal::invalid, "rebalance.moves", "moves");
    return chosen;
}

Result<cases::Case> move(const Ports& ports, const Carrying& carrying, const ChosenMove& chosen)
{
    const auto workers = carrying.workers.all();
    const auto held = carrying.loads.held();
    const auto of = std::ranges::find(held, chosen.case_id, &workload::Held::id);
    if (of == held.end() || of->owner != chosen.from) return refuse(Refusal::conflict, "rebalance.stale");
    const auto to = std::ranges::find(workers, chosen.to, &workload::Worker::id);
    if (to == workers.end() || !can_take(workers, *to, *of)) return refuse(Refusal::conflict, "rebalance.cannot_take");
    return give_on(ports, {.case_id = chosen.case_id,
                           .from = chosen.from,
                           .to_user = chosen.to,
                           .kind = cases::HandOverKind::relief,
                           .reason = cases::HandOverReason::overload});
}

http::Response post_relief(const Ports& ports, const http::Request& request, UserId viewer)
{
    const auto id = request.id<CaseId>("id");
    if (!id) return http::refused(id.error());
    const auto wish = json::parse<AskRelief>(request.body);
    if (!wish) return http::refused(wish.error());
    return http::reply(201, ask_relief(ports, *id, viewer, wish->reason));
}

http::Response post_decision(const Ports& ports, const http::Request& request, UserId viewer)
{
    const auto id = request.id<CaseId>("id");
    if (!id) return http::refused(id.error());
    const auto wish = json::parse<DecideRelief>(request.body);
    if (!wish) return http::refused(wish.error());
    return http::reply(200, decide_relief(ports, {*id, wish->grant, wish->user_id, wish->team_id}, viewer));
}

Result<LeaveView> work_comes_back(const Ports& ports, const Carrying& carrying, UserId from)
{
    auto workers = carrying.workers.all();
    const auto held = carrying.loads.held();
    const auto minutes = workload::efforts(carrying.loads, ports.hands.desk.clock.now());
    auto loads = loads_of(workers, held, minutes);
    LeaveView back;
    for (const auto& each : held) {
        if (each.owner != from) continue;
        GiveOn wish{.case_id = each.id,
                    .from = from,
                    .kind = cases::HandOverKind::leave,
                    .reason = cases::HandOverReason::absence};
        auto* const keeper = promised(ports, each.id) ? lightest(workers, loads, each) : nullptr;
        if (keeper != nullptr) {
            wish.to_user = keeper->id;
            keeper->in_hand += 1;
            loads[keeper->id] += minutes.at(each.type).minutes;
            back.to_people += 1;
        }
        AMENDS_TRY([[maybe_unused]] const auto given, give_on(ports, wish));
        back.cases += 1;
    }
    if (back.cases == 0 && named(workers, from).name.empty()) return refuse(Refusal::not_found, "user.not_found");
    return back;
}

json::Shapes shapes()
{
    using namespace json;
    return {
        shape<Nothing, Proposal>("POST /api/v1/rebalance/proposal"),
        shape<Chosen, Outcome>("POST /api/v1/rebalance"),
        makes<AskRelief, Relief>("POST /api/v1/cases/{id}/relief"),
        shape<DecideRelief, Relief>("POST /api/v1/cases/{id}/relief/decision"),
        shape<Nothing, LeaveView>("POST /api/v1/users/{id}/leave"),
    };
}

} // namespace amends::relief
