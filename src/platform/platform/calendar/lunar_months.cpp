// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/lunar_months.h"

#include <array>
#include <string_view>

namespace amends::calendar {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr sys_days first_of_1441 = std::chrono::year{2019} / 8 / 31;

// One line a year from 1441 on: 1 for a month of 30 days, 0 for one of 29.
constexpr std::array<std::string_view, 12> long_months{
    "101110110011", "000110110110", "011001011010", "110100101100", "111100010010", "111101010100",
    "011101101010", "010110110101", "001010110110", "101001010110", "111001001101", "101100100101",
};

} // namespace

std::vector<sys_days> lunar_month_beginnings(int month)
{
    std::vector<sys_days> found;
    sys_days begins = first_of_1441;
    for (const auto year : long_months)
        for (std::size_t at = 0; at < year.size(); ++at) {
            if (static_cast<int>(at) + 1 == month) found.push_back(begins);
            begins += days{year[at] == '1' ? 30 : 29};
        }
    return found;
}

sys_days lunar_days_predicted_from() { return std::chrono::year{2026} / 1 / 1; }

} // namespace amends::calendar
