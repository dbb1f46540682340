// SPDX-License-Identifier: Apache-2.0
// Relief, leave and rebalancing over HTTP.
#pragma once

#include "platform/http/message.h"
#include "platform/json/schema.h"
#include "relief/rebalance.h"
#include "relief/relief.h"
#include "workload/load_store.h"
#include "workload/worker_store.h"

namespace amends::relief {

struct Person {
    UserId id{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(Person, (), (id, name))

struct MoveView {
    CaseId case_id{};
    std::string ref{};
    std::string subject{};
    Person from{};
    Person to{};
    std::int64_t minutes{};
    std::int64_t promises{}; // They move with the case.
};
BOOST_DESCRIBE_STRUCT(MoveView, (), (case_id, ref, subject, from, to, minutes, promises))

struct Proposal {
    std::vector<MoveView> moves{};
    std::int64_t greatest_before{}; // Minutes of effort of whoever carries most.
    std::int64_t greatest_after{};
};
BOOST_DESCRIBE_STRUCT(Proposal, (), (moves, greatest_before, greatest_after))

struct ChosenMove {
    CaseId case_id{};
    UserId from{};
    UserId to{};
};
BOOST_DESCRIBE_STRUCT(ChosenMove, (), (case_id, from, to))

struct Chosen {
    std::vector<ChosenMove> moves{};
};
BOOST_DESCRIBE_STRUCT(Chosen, (), (moves))

struct Undone {
    CaseId case_id{};
    std::string code{}; // Why not.
};
BOOST_DESCRIBE_STRUCT(Undone, (), (case_id, code))

struct Outcome {
    std::vector<CaseId> done{};
    std::vector<Undone> undone{};
};
BOOST_DESCRIBE_STRUCT(Outcome, (), (done, undone))

struct Carrying {
    const workload::WorkerStore& workers;
    const workload::LoadStore& loads;
};

[[nodiscard]] http::Response get_proposal(const Ports& ports, const Carrying& carrying);
[[nodiscard]] Result<Chosen> chosen_in(const http::Request& request);
// One move, in a transaction of its own. Whoever gets it must be able to take it now.
[[nodiscard]] Result<cases::Case> move(const Ports& ports, const Carrying& carrying, const ChosenMove& chosen);

[[nodiscard]] http::Response post_relief(const Ports& ports, const http::Request& request, UserId viewer);
[[nodiscard]] http::Response post_decision(const Ports& ports, const http::Request& request, UserId viewer);

struct LeaveView {
    std::int64_t cases{};
    std::int64_t to_people{}; // Of them, those that somebody keeps now.
};
BOOST_DESCRIBE_STRUCT(LeaveView, (), (cases, to_people))

// Every live case of somebody who is not there is for others now. Where a result or a call was promised it goes to
// whoever can take it and carries least, so that a person with a name keeps it; all else, and what nobody can take,
// goes back into the queue of its team.
[[nodiscard]] Result<LeaveView> work_comes_back(const Ports& ports, const Carrying& carrying, UserId from);

[[nodiscard]] json::Shapes shapes();

} // namespace amends::relief
