// SPDX-License-Identifier: Apache-2.0
// What a target would have come to over the last month, before anybody is held to it.
#pragma once

#include "base/shares.h"
#include "target/change_target.h"

namespace amends::target {

// Whether the own past supports the share that is wished: by the interval of the share, never by the share alone.
enum class Support : std::uint8_t { too_few, supported, unclear, not_supported };
BOOST_DESCRIBE_ENUM(Support, too_few, supported, unclear, not_supported)

// A share with what it rests on; of fewer than five it is not told.
struct Share {
    std::int64_t hits{};
    std::int64_t n{};
    std::optional<double> share{};
    std::optional<Limits> limits{};
};
BOOST_DESCRIBE_STRUCT(Share, (), (hits, n, share, limits))

[[nodiscard]] Share share_of(std::int64_t hits, std::int64_t n);
[[nodiscard]] Support support_of(const Share& past, std::int64_t wished_percent);

struct PreviewCase {
    CaseId id{};
    std::string ref{};
    State state{};
    Instant started_at{};
    std::optional<Instant> due_at{};
    std::optional<Instant> stopped_at{};
};
BOOST_DESCRIBE_STRUCT(PreviewCase, (), (id, ref, state, started_at, due_at, stopped_at))

struct Preview {
    Instant from{};
    Instant to{};
    std::int64_t matched{};
    std::int64_t breached{};
    std::int64_t met{};
    std::int64_t running{}; // Neither yet: they are in no share.
    bool cut{};             // There were more cases than were looked at: the newest count.
    Share share{};
    Support support{};
    std::vector<PreviewCase> cases{}; // Those that were breached first, the newest of each; at most a hundred.
};
BOOST_DESCRIBE_STRUCT(Preview, (), (from, to, matched, breached, met, running, cut, share, support, cases))

[[nodiscard]] Preview preview_of(const Ports& ports, const Target& target);
[[nodiscard]] Result<Preview> preview_target(const Ports& ports, const SetTarget& wish);

} // namespace amends::target
