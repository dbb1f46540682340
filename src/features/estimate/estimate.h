// SPDX-License-Identifier: Apache-2.0
// An estimate says from the desk's own past how long a case like this one takes, in time in which the desk is open. It
// becomes a promise only when somebody tells it as one, and no promise of an outcome may be earlier without a reason.
//
// It is refused rather than guessed: with fewer than 20 cases, or where so many still run that nobody can know.
#pragma once

#include "base/result.h"

#include <boost/describe/class.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace amends::estimate {

using Length = std::chrono::milliseconds; // Of open time.

inline constexpr std::int64_t fewest_cases = 20;

// Cases that resemble each other. A topic may lie below another: "delivery/late". An empty topic means all of them.
struct Segment {
    std::string topic{};
    std::string type{};

    friend auto operator<=>(const Segment&, const Segment&) = default;
};
BOOST_DESCRIBE_STRUCT(Segment, (), (topic, type))

// Where to look for cases like these, the nearest first: the topic, those above it, all topics. Never across types.
[[nodiscard]] std::vector<Segment> from_near_to_far(const Segment& segment);

// What is known of an earlier case at the moment of asking. All times have one unit.
struct EarlierCase {
    double age{};                        // Since it began.
    std::optional<double> ended_after{}; // None while it runs.
};

// The share of promises that may be broken: 0.2 for "eight in ten". The tuned share is what the watch over the kept
// ones (calibration.h) makes of it; without that watch the two are the same.
struct Risk {
    double nominal{};
    double tuned{};
};

struct Estimate {
    double length{};
    std::int64_t n{};    // Cases that were looked at.
    std::int64_t rank{}; // k of n: ⌈(n+1)(1−α)⌉, α the tuned share.
};
BOOST_DESCRIBE_STRUCT(Estimate, (), (length, n, rank))

// The time by which a case like these has ended with a chance of 1−α: the first at which the curve of Kaplan and Meier
// of the window is ≤ 1 − k/(n+1); when none of them runs that is the k-th smallest length (measures.md 9).
//
// The window holds the newest cases, as many as are needed for `watched_long_enough` of them to have begun at least
// that time ago: fewer would make the answer shaky, more would make it old.
[[nodiscard]] Result<Estimate> estimate(std::span<const EarlierCase> newest_first, Risk risk,
                                        std::int64_t watched_long_enough);

} // namespace amends::estimate
