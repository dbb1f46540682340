// SPDX-License-Identifier: Apache-2.0
// Public holidays of Finland, Greece, Iran and the United States from 2020 to 2030, by the rules of their laws.
//
// Iran's lunar holidays follow announcements that no rule foresees: until the end of 2025 they are as announced, after
// that a prediction that may be a day off (`predicted`). A brand confirms them each year by days of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace amends::calendar {

struct Holiday {
    std::string day{};  // "2026-12-06"
    std::string name{}; // In the language of the country.
    bool predicted = false;
};

inline constexpr int first_holiday_year = 2020;
inline constexpr int last_holiday_year = 2030;

// "FI", "GR", "IR", "US".
[[nodiscard]] const std::vector<std::string_view>& holiday_sets();
[[nodiscard]] bool known_holiday_set(std::string_view set);
// Whether it holds days that must be confirmed each year.
[[nodiscard]] bool follows_announcements(std::string_view set);

// Of one year, in order; two holidays may share a day. None of a set or a year that is not known.
[[nodiscard]] std::vector<Holiday> holidays(std::string_view set, int year);

} // namespace amends::calendar
