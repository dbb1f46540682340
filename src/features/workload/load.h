// SPDX-License-Identifier: Apache-2.0
// How much somebody carries: effort, not a count of cases. Effort is the median time that cases of a kind were before
// somebody's eyes, where the desk has seen enough of them, and a default where it has not.
#pragma once

#include "base/business_time.h"
#include "case/case.h"
#include "workload/worker.h"

#include <map>
#include <span>

namespace amends::workload {

// A case in somebody's hands.
struct Held {
    CaseId id{};
    std::int64_t number{};
    std::string subject{};
    UserId owner{};
    TeamId team{}; // 0: none.
    cases::Type type{};
    std::string language{};
    std::optional<Instant> due_at{}; // Of the nearest promise of ours, an update among them.
    std::int64_t promises{};         // Of ours that are open.
};
BOOST_DESCRIBE_STRUCT(Held, (), (id, number, subject, owner, team, type, language, due_at, promises))

enum class HandlingId : std::int64_t {};

struct Handling {
    HandlingId id{};
    UserId user{};
    CaseId case_id{};
    Instant begins_at{};
    Instant ends_at{};
};
BOOST_DESCRIBE_STRUCT(Handling, (), (id, user, case_id, begins_at, ends_at))

struct Effort {
    std::int64_t minutes{};
    std::int64_t n{}; // Ended cases it was learnt from; 0: it is a default.
};

inline constexpr std::int64_t fewest_handled = 20;
inline constexpr auto longest_handling = std::chrono::hours(2); // Beyond that somebody went away.

[[nodiscard]] std::int64_t usual_minutes(cases::Type type);
// From how long each ended case of a kind was handled.
[[nodiscard]] Effort effort_of(cases::Type type, std::vector<std::int64_t> handled_minutes);

// The promise time until which the least time is left, after all that is due by then: Σ effort due ≤ t against the
// minutes of their shifts until t (R045).
struct Tightest {
    Instant at{};
    std::int64_t work_minutes{};
    std::int64_t available_minutes{};
};
BOOST_DESCRIBE_STRUCT(Tightest, (), (at, work_minutes, available_minutes))

struct DueWork {
    Instant due_at{};
    std::int64_t minutes{};
};
[[nodiscard]] std::optional<Tightest> tightest(std::vector<DueWork> work, const OpeningTimes& shifts, Instant now);

// Whether all that is due by each time from `since` on can be done by then; what is late already counts too.
[[nodiscard]] bool fits(std::vector<DueWork> work, const OpeningTimes& shifts, Instant now, Instant since);

// How much of [from, to) at least one of the intervals covers: two cases open at once are one pair of eyes.
[[nodiscard]] std::chrono::milliseconds covered(std::vector<Interval> intervals, Instant from, Instant to);

// Handling against all the time that was there for it; none where there was no time.
[[nodiscard]] std::optional<double> occupancy(std::chrono::milliseconds handling, std::chrono::milliseconds there);

// Above 0.85 for two hours it sounds, below 0.80 it is silent again; between the two nothing changes.
struct Alarm {
    std::optional<Instant> high_since{};
    bool sounds = false;
};
inline constexpr double alarm_above = 0.85;
inline constexpr double silent_below = 0.80;
inline constexpr auto alarm_after = std::chrono::hours(2);
[[nodiscard]] Alarm heard(Alarm before, double occupancy, Instant now);

} // namespace amends::workload
