// SPDX-License-Identifier: Apache-2.0
// The silence watch as people see it: who is forgotten now, the longest silence first, and who would be by tomorrow
// noon. It shows at most so many and says how many there are; whoever works from the top never needs more.
#pragma once

#include "case/case_view.h"
#include "silence/silence.h"

namespace amends::silence {

inline constexpr std::size_t most_shown = 200;
inline constexpr std::size_t most_shown_of_tomorrow = 50;

enum class Whose : std::uint8_t { mine, team, all };
BOOST_DESCRIBE_ENUM(Whose, mine, team, all)

struct SilentCase {
    CaseId id{};
    std::string ref{};
    std::string subject{};
    cases::Status status{};
};
BOOST_DESCRIBE_STRUCT(SilentCase, (), (id, ref, subject, status))

struct SilentPerson {
    PersonId id{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(SilentPerson, (), (id, name))

struct SilentRow {
    SilentCase case_{};
    SilentPerson person{};
    std::int64_t days{}; // Whole days without a word from us.
    Instant since{};
    bool told{}; // False: never yet, and the silence counts from the first contact.
    cases::LastWord last_word{};
    std::optional<cases::Side> waits_on{}; // None where nobody waits: it has ended.
    std::optional<cases::Who> owner{};
    std::optional<cases::Who> team{};
    std::int64_t severity{}; // The worse of the stated and the assessed one.
    std::vector<Reason> reasons{};
    std::optional<Instant> next_update_at{};
    std::optional<Instant> pull_by{};
    std::optional<Instant> review_at{};
};
BOOST_DESCRIBE_STRUCT(SilentRow, (),
                      (case_, person, days, since, told, last_word, waits_on, owner, team, severity, reasons,
                       next_update_at, pull_by, review_at))

// Who is not forgotten yet and would be at that time, if nothing is done.
struct Tomorrow {
    Instant at{};
    std::int64_t total{};
    std::vector<SilentRow> items{};
};
BOOST_DESCRIBE_STRUCT(Tomorrow, (), (at, total, items))

struct Watch {
    std::int64_t total{};
    std::vector<SilentRow> items{};
    Tomorrow tomorrow{};
};
BOOST_DESCRIBE_STRUCT(Watch, (), (total, items, tomorrow))

// Port.
struct SilenceWatch {
    virtual ~SilenceWatch() = default;
    [[nodiscard]] virtual Watch watch(Whose whose, UserId viewer) const = 0;
};

} // namespace amends::silence
