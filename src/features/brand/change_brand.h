// SPDX-License-Identifier: Apache-2.0
// What an administrator may change of a brand: how it is called, when it is open, and how patient it is.
#pragma once

#include "brand/brand_store.h"
#include "timeline/event_log.h"

namespace amends::brand {

struct ChangeBrand {
    std::optional<std::string> name{};
    std::optional<std::string> prefix{};
    std::optional<std::string> language{};
    std::optional<std::string> zone{}; // Whether it exists is for the caller to know.
    std::optional<std::string> sender_name{};
    std::optional<std::string> signature{};
    std::optional<std::string> public_address{}; // Only as it is: it stands in the configuration.
    std::optional<std::vector<OpeningHours>> opening_hours{};
    std::optional<std::vector<ClosedDay>> closed_days{};
    std::optional<std::int64_t> reopen_days{};
    std::optional<std::int64_t> undo_seconds{};
    std::optional<std::string> first_update{}; // "1d": open days until the first update that we promise.
    std::optional<std::int64_t> pull_by_minutes{};
    std::optional<std::int64_t> away_minutes{};
};
BOOST_DESCRIBE_STRUCT(ChangeBrand, (),
                      (name, prefix, language, zone, sender_name, signature, public_address, opening_hours, closed_days,
                       reopen_days, undo_seconds, first_update, pull_by_minutes, away_minutes))

[[nodiscard]] Result<void> change_brand(BrandStore& brands, timeline::EventLog& events, const ChangeBrand& wish);

// In order, and none over another: 9 to 12 and 11 to 17 on one day would be counted twice.
[[nodiscard]] bool sound_week(std::vector<OpeningHours> hours);
// "2026-02-30" is no day.
[[nodiscard]] bool real_day(std::string_view day);

} // namespace amends::brand
