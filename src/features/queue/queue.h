// SPDX-License-Identifier: Apache-2.0
// The queue: which case is to be taken next, and why. Waiting counts by how grave the matter is (accumulating priority,
// Kleinrock 1964): the highest weight × open time waited is served first, so that nobody waits for ever behind graver
// matters. What is due soon has a lane of its own, the earliest first; of four pulls it gets three at most, so that the
// ageing lane always moves.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/time.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace amends::queue {

enum class Lane : std::uint8_t { due, ageing };
BOOST_DESCRIBE_ENUM(Lane, due, ageing)

inline constexpr auto margin = std::chrono::hours(2); // Of open time before something is due.
inline constexpr std::int64_t most_due_in_a_row = 3;

// A case that nobody has taken yet.
struct InLine {
    CaseId id{};
    TeamId team{};
    std::int64_t weight = 1;
    std::chrono::milliseconds waited{}; // Open time since the oldest unanswered message.
    std::optional<Instant> due_at{};    // Of what the customer counts on, not of the pull itself.
};

struct Place {
    InLine of{};
    Lane lane{};
    std::int64_t priority{}; // weight × minutes waited.
};

// How many pulls of the due lane have followed each other, by team.
using DueInARow = std::map<TeamId, std::int64_t>;

// 1, 2, 4, 8 for severities 0 to 3; a case that others can read counts one step more, at most 8.
[[nodiscard]] std::int64_t weight_of(std::int64_t severity, bool in_public);
[[nodiscard]] std::int64_t priority_of(const InLine& of);
// After a pull of this lane.
[[nodiscard]] std::int64_t counted(std::int64_t due_in_a_row, Lane pulled);

// The order in which they would be pulled if nothing else came. What is due by `margin_ends` is in the due lane.
[[nodiscard]] std::vector<Place> order(std::vector<InLine> waiting, Instant margin_ends, const DueInARow& due_in_a_row);

} // namespace amends::queue
