// SPDX-License-Identifier: Apache-2.0
// How many people are enough: contacts that come by chance, each with somebody for a while, wait in one line for the
// next who is free (Erlang, 1917; measures.md 6). Nobody gives up in it, so it asks for rather too many than too few.
#pragma once

#include "base/describe.h"

#include <cstdint>
#include <optional>

namespace amends::staffing {

// What comes, and what is wanted of the answer.
struct Demand {
    double contacts_per_hour{};
    double handle_seconds{};
    double share = 0.8;        // Of all contacts, answered …
    double within_seconds{20}; // … within that.

    [[nodiscard]] double erlangs() const { return contacts_per_hour * handle_seconds / 3600; }
};
BOOST_DESCRIBE_STRUCT(Demand, (), (contacts_per_hour, handle_seconds, share, within_seconds))

// What so many people make of it.
struct Service {
    double service_level{};
    double mean_wait_seconds{};
    double occupancy{};
};
BOOST_DESCRIBE_STRUCT(Service, (), (service_level, mean_wait_seconds, occupancy))

inline constexpr std::int64_t most_people = 10'000;

// The share that finds all of them busy where whoever does so goes away.
[[nodiscard]] double erlang_b(std::int64_t people, double erlangs);
// The share that waits. None when work comes at least as fast as it is done: the line then grows without end.
[[nodiscard]] std::optional<double> erlang_c(std::int64_t people, double erlangs);
[[nodiscard]] std::optional<Service> service(std::int64_t people, const Demand& demand);
// The fewest that reach what is wanted; none where even most_people do not.
[[nodiscard]] std::optional<std::int64_t> needed(const Demand& demand);

} // namespace amends::staffing
