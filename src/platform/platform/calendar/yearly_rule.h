// SPDX-License-Identifier: Apache-2.0
// What comes again every year, as the RRULE of RFC 5545 writes it: FREQ=YEARLY with INTERVAL, COUNT, UNTIL, BYMONTH,
// BYMONTHDAY, or a weekday of a month (BYMONTH=11;BYDAY=4TH). A rule that says more is none that is known here.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace amends::calendar {

struct YearlyRule {
    int interval = 1;
    std::optional<int> count{};
    std::optional<std::chrono::sys_days> until{};
    std::optional<int> month{};
    std::optional<int> month_day{};
    std::optional<int> nth{}; // Of the weekday in the month; negative from its end.
    unsigned weekday{};       // 0 is Sunday.

    // Those of an event that began on `start`, in the years from `first` to `last`.
    [[nodiscard]] std::vector<std::chrono::sys_days> days(std::chrono::sys_days start, int first, int last) const;
};

[[nodiscard]] std::optional<YearlyRule> yearly_rule(std::string_view text);

} // namespace amends::calendar
