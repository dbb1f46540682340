// SPDX-License-Identifier: Apache-2.0
// Days and moments of the clock as ISO 8601 writes them, to the letter: what is written otherwise, or never was on a
// calendar, is none. 24:00 is the end of a day.
#pragma once

#include "base/business_time.h"

#include <optional>
#include <string_view>
#include <vector>

namespace amends::calendar {

// The numbers of a text that has the form of a pattern, in which 0 stands for a digit: "0000-00-00T00:00".
[[nodiscard]] std::optional<std::vector<int>> digits_of(std::string_view text, std::string_view pattern);
[[nodiscard]] std::optional<LocalTime> day_of_iso(std::string_view text);    // 2026-06-02
[[nodiscard]] std::optional<LocalTime> moment_of_iso(std::string_view text); // 2026-06-02T10:00

} // namespace amends::calendar
