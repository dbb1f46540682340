// SPDX-License-Identifier: Apache-2.0
// The Solar Hijri calendar that Iran lives by, by the 33-year rule: right from 1178 to 1501 (1799 to 2122), and what
// ICU and the browsers compute for those years.
#pragma once

#include <string>
#include <string_view>

namespace amends::calendar {

struct Date {
    int year{};
    int month{};
    int day{};

    friend auto operator<=>(const Date&, const Date&) = default;
};

[[nodiscard]] Date jalali_of(const Date& gregorian);
[[nodiscard]] Date gregorian_of(const Date& jalali);
// Then Esfand has 30 days.
[[nodiscard]] bool jalali_leap(int year);
[[nodiscard]] int jalali_month_length(int year, int month);

// ۱۴۰۵ for 1405; letters stay as they are.
[[nodiscard]] std::string persian_digits(std::string_view text);

} // namespace amends::calendar
