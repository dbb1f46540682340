// SPDX-License-Identifier: Apache-2.0
// Whole days out of an iCalendar file (RFC 5545): events with a date and no hour, and those that come again every year.
// The file is a stranger's: what is too large, is no iCalendar, or asks for more than this can do is refused, and the
// refusal names the line ("icalendar.12").
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace amends::calendar {

struct NamedDay {
    std::string day{}; // "2026-12-06"
    std::string name{};
};

struct CalendarFile {
    std::vector<NamedDay> days{}; // In order, each once.
    std::int64_t left_out{};      // Events at an hour of the day, and those that were cancelled.
};

// What comes again is written down for the years from `first` to `last`.
[[nodiscard]] Result<CalendarFile> read_icalendar(std::string_view text, std::string_view field, int first, int last);

} // namespace amends::calendar
