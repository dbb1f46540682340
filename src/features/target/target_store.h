// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "brand/brand_store.h"
#include "case/case_store.h"
#include "target/history.h"
#include "timeline/agenda.h"
#include "timeline/event_log.h"

#include <vector>

namespace amends::target {

// How the clocks of a target have ended.
struct Score {
    TargetId target_id{};
    std::int64_t running{};
    std::int64_t met{};
    std::int64_t breached{};
};
BOOST_DESCRIBE_STRUCT(Score, (), (target_id, running, met, breached))

struct TargetStore {
    virtual ~TargetStore() = default;
    virtual void add(const Target& target) = 0;
    virtual void change(const Target& target) = 0; // Its name, its share, its end.
    [[nodiscard]] virtual std::optional<Target> find(TargetId id) const = 0;
    [[nodiscard]] virtual std::vector<Target> all() const = 0; // In the order in which they were set.
    [[nodiscard]] virtual std::vector<Score> scores() const = 0;

    // False when the case has one of that target already, or when it is no longer as it was read.
    [[nodiscard]] virtual bool add(const TargetClock& clock) = 0;
    [[nodiscard]] virtual bool change(const TargetClock& from, const TargetClock& to) = 0;
    virtual void remove(const TargetClock& clock) = 0;
    [[nodiscard]] virtual std::optional<TargetClock> find(TargetClockId id) const = 0;
    [[nodiscard]] virtual std::vector<TargetClock> of_case(CaseId id) const = 0;
    // Clocks after that one, in order, that run towards a due time. Those that pause are computed when they go on.
    [[nodiscard]] virtual std::vector<TargetClockId> running_after(TargetClockId after, int at_most) const = 0;

    [[nodiscard]] virtual std::optional<History> history(CaseId id) const = 0;
    // Of the cases that were opened since, the newest first, without spam.
    [[nodiscard]] virtual std::vector<History> histories_since(Instant since, int at_most) const = 0;
};

struct Ports {
    TargetStore& targets;
    cases::Ports desk;
    const Deadlines& deadlines;

    [[nodiscard]] Measures measures() const { return {desk.brand.times(), deadlines}; }
};

inline constexpr std::string_view target_due = "target_due";   // Timer: it is breached now.
inline constexpr std::string_view target_risk = "target_risk"; // Timer: it will be, if nobody does anything.

} // namespace amends::target
