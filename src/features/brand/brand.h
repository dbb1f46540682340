// SPDX-License-Identifier: Apache-2.0
// A brand is one face of the desk towards customers: its name, languages, senders and opening hours. Every row belongs
// to one, and nothing of one is readable through another (I18).
#pragma once

#include "base/business_time.h"
#include "base/describe.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <vector>

namespace amends::brand {

struct Brand {
    BrandId id{};
    std::string name{};
    std::string prefix{}; // Of case numbers: AM-1001.
    std::string language{};
    std::string zone{};
    std::string sender_name{};
    std::string signature{};
    std::int64_t reopen_days{};
    std::int64_t undo_seconds{};
    std::int64_t first_update_days{}; // Open days until the first update we promise.
    std::int64_t pull_by_minutes{};   // Open minutes until somebody must have taken a new case.
    std::optional<TeamId> default_team{};
    std::int64_t away_minutes{}; // Of somebody's own shifts, for which they may be away with their work.
    bool has_targets{};          // Some were set, so that clocks may run.
};
BOOST_DESCRIBE_STRUCT(Brand, (),
                      (id, name, prefix, language, zone, sender_name, signature, reopen_days, undo_seconds,
                       first_update_days, pull_by_minutes, default_team, away_minutes, has_targets))

struct ClosedDay {
    std::string day{}; // "2026-12-06", in the brand's zone.
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(ClosedDay, (), (day, name))

[[nodiscard]] inline std::string case_ref(const Brand& brand, std::int64_t number)
{
    return brand.prefix + "-" + std::to_string(number);
}

} // namespace amends::brand
