// SPDX-License-Identifier: Apache-2.0
// What happened on a case, as far as targets measure it, and how a target ran on it. The same computation serves the
// clocks that run, and the preview of a target over cases of the past.
#pragma once

#include "base/business_time.h"
#include "target/deadlines.h"
#include "target/target.h"

#include <vector>

namespace amends::target {

struct Stretch {
    Instant from{};
    std::optional<Instant> to{}; // None: it goes on.
};

// All times in order.
struct History {
    CaseId case_id{};
    std::int64_t number{};
    cases::Type type{};
    cases::Status status{};
    std::string channel{};
    std::optional<AccountId> account_id{};
    std::int64_t severity{};            // The worse of what the customer says and what we found.
    std::vector<Instant> heard{};       // The customer wrote.
    std::vector<Instant> answered{};    // One of us wrote, and it left. A receipt is no answer.
    std::vector<Stretch> on_customer{}; // We waited for the customer.
    std::vector<Stretch> settled{};     // It was solved or over, until it came back.
};

// Whether the target is for this case, whenever the case began.
[[nodiscard]] bool applies(const Target& target, const History& history);

struct Run {
    Instant started_at{};
    std::optional<Instant> due_at{};
    std::optional<Instant> risk_at{};
    std::optional<Instant> stopped_at{};
    State state{};
    std::chrono::milliseconds elapsed{}; // As the target counts, until it stopped or until now …
    std::chrono::milliseconds paused{};  // … and what was left out of that.
    std::chrono::milliseconds allowed{};
};

// What time is measured by.
struct Measures {
    const OpeningTimes& open;
    const Deadlines& deadlines;
};

// None when there was nothing to measure. Of a target that begins anew with each word of the customer, the first run
// that was breached stands for all: a breach is final. Otherwise the last.
[[nodiscard]] std::optional<Run> run(const Target& target, const History& history, const Measures& by, Instant now);

// At this share of the open time between start and due a clock is at risk.
inline constexpr std::int64_t risk_percent = 75;

} // namespace amends::target
