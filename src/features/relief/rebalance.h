// SPDX-License-Identifier: Apache-2.0
// Moves of cases between people so that whoever carries most carries less. Each move takes from the one who carries
// most and gives to somebody who can do it, has room, is here, and carries less afterwards than the giver before: so
// the greatest load never rises, and nothing is left without a holder.
#pragma once

#include "workload/load.h"

#include <map>
#include <span>

namespace amends::relief {

struct Move {
    CaseId case_id{};
    UserId from{};
    UserId to{};
    std::int64_t minutes{}; // Of effort.
};
BOOST_DESCRIBE_STRUCT(Move, (), (case_id, from, to, minutes))

using Loads = std::map<UserId, std::int64_t>; // Minutes of effort.
using Minutes = std::map<cases::Type, workload::Effort>;

inline constexpr std::size_t most_moves = 50;

[[nodiscard]] Loads loads_of(std::span<const workload::Worker> workers, std::span<const workload::Held> held,
                             const Minutes& minutes);
[[nodiscard]] std::int64_t greatest(const Loads& loads);
// Whether somebody may be given it now.
[[nodiscard]] bool can_take(std::span<const workload::Worker> workers, const workload::Worker& worker,
                            const workload::Held& held);
[[nodiscard]] std::vector<Move> rebalance(std::vector<workload::Worker> workers, std::vector<workload::Held> held,
                                          const Minutes& minutes);

} // namespace amends::relief
