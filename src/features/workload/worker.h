// SPDX-License-Identifier: Apache-2.0
// Somebody who answers customers, as work sees them: what they have learnt, which languages they answer in, when they
// work, whether they are here, and how much they can have in hand.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"
#include "staff/user.h"

#include <span>
#include <string>
#include <vector>

namespace amends::workload {

enum class Presence : std::uint8_t { here, away, off };
BOOST_DESCRIBE_ENUM(Presence, here, away, off)

inline constexpr std::int64_t usual_cap = 20; // Cases in hand.
inline constexpr std::int64_t most_cap = 500;

// A stretch of a week in the person's own zone; 24 * 60 is the end of the day.
struct Shift {
    int weekday{}; // 0 is Monday.
    int starts_minute{};
    int ends_minute{};

    friend auto operator<=>(const Shift&, const Shift&) = default;
};
BOOST_DESCRIBE_STRUCT(Shift, (), (weekday, starts_minute, ends_minute))

struct Worker {
    UserId id{};
    std::string name{};
    staff::Role role{};
    std::string zone{};
    std::int64_t cap = usual_cap;
    Presence presence{};
    Instant presence_since{};
    std::int64_t in_hand{};
    std::vector<TeamId> teams{};
    std::vector<std::string> skills{};
    std::vector<std::string> languages{}; // None: any.
    std::vector<Shift> shifts{};
};
BOOST_DESCRIBE_STRUCT(Worker, (),
                      (id, name, role, zone, cap, presence, presence_since, in_hand, teams, skills, languages, shifts))

struct ChangeWorker {
    std::optional<std::int64_t> cap{};
    std::optional<std::vector<std::string>> skills{};
    std::optional<std::vector<std::string>> languages{};
    std::optional<std::vector<Shift>> shifts{};
};
BOOST_DESCRIBE_STRUCT(ChangeWorker, (), (cap, skills, languages, shifts))

// What a case asks of whoever takes it. Empty: nothing.
struct Needs {
    std::string language{};
    std::string skill{};

    friend bool operator==(const Needs&, const Needs&) = default;
};

[[nodiscard]] bool in_team(const Worker& worker, TeamId team);
[[nodiscard]] bool answers_in(const Worker& worker, std::string_view language);
[[nodiscard]] bool fits(const Worker& worker, const Needs& needs);
// Only what somebody of the team can do is asked for: a case that nobody fits would otherwise never be taken.
[[nodiscard]] Needs needs(std::span<const Worker> workers, TeamId team, std::string_view language,
                          std::string_view type);
[[nodiscard]] bool hands_full(const Worker& worker);

// Refuses by the field what makes no sense: unknown kinds and languages, overlapping shifts, a cap of nothing.
[[nodiscard]] Result<void> sound(const ChangeWorker& wish);

} // namespace amends::workload
