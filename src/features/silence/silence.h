// SPDX-License-Identifier: Apache-2.0
// Who is being forgotten. A customer is forgotten when nothing that was told to him lies ahead and nobody has written,
// when nobody holds his case or looks at its wait again, and when he had the last word on a case that was closed. The
// list of them must be empty at the end of a day.
#pragma once

#include "base/business_time.h"
#include "case/case.h"

#include <vector>

namespace amends::silence {

inline constexpr std::chrono::hours patience{8}; // Of business time without a word from us.

enum class Reason : std::uint8_t {
    update_late,
    update_missing,
    silent,
    last_word_theirs,
    review_late,
    review_missing,
    unowned
};
BOOST_DESCRIBE_ENUM(Reason, update_late, update_missing, silent, last_word_theirs, review_late, review_missing, unowned)

// What is known of a case when it is looked at.
struct Facts {
    cases::Status status{};
    Instant origin_at{};
    std::optional<Instant> last_told_at{};
    std::optional<Instant> next_update_at{};
    std::optional<Instant> told_until{}; // Due time of the last open update promise that reached the customer.
    bool owned{};
    std::optional<Instant> pull_by{};
    std::optional<cases::Side> waits_on{};
    std::optional<Instant> review_at{};
    cases::LastWord last_word{};
    std::optional<cases::ConfirmedBy> confirmed_by{};
    std::optional<Instant> closed_at{};
};

// A moment, and how long before it somebody must have heard of us last to have been left alone for too long.
struct LookedAt {
    Instant at{};
    Instant silent_before{};
};

[[nodiscard]] LookedAt moment_at(const OpeningTimes& times, Instant at);
[[nodiscard]] Instant tomorrow_noon(const LocalClock& clock, Instant now);

// Why a case is being forgotten at that moment if nothing is done; empty: it is not.
[[nodiscard]] std::vector<Reason> reasons(const Facts& of, const LookedAt& moment);

// Since when the customer has not heard of us.
[[nodiscard]] Instant silent_since(const Facts& of);

} // namespace amends::silence
