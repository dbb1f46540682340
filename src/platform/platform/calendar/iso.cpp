// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/iso.h"

#include <chrono>

namespace amends::calendar {
namespace {

bool digit(char letter) { return letter >= '0' && letter <= '9'; }

bool possible(const LocalTime& local)
{
    const std::chrono::year_month_day date(std::chrono::year(local.year),
                                           std::chrono::month(static_cast<unsigned>(local.month)),
                                           std::chrono::day(static_cast<unsigned>(local.day)));
    return date.ok() && local.year >= 1 && local.minute <= 59 && local.hour * 60 + local.minute <= 24 * 60;
}

} // namespace

std::optional<std::vector<int>> digits_of(std::string_view text, std::string_view pattern)
{
    if (text.size() != pattern.size()) return std::nullopt;
    std::vector<int> found;
    bool within = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool expected = pattern[at] == '0';
        if (expected ? !digit(text[at]) : text[at] != pattern[at]) return std::nullopt;
        if (expected && !within) found.push_back(0);
        if (expected) found.back() = found.back() * 10 + (text[at] - '0');
        within = expected;
    }
    return found;
}

std::optional<LocalTime> day_of_iso(std::string_view text)
{
    const auto part = digits_of(text, "0000-00-00");
    if (!part) return std::nullopt;
    const LocalTime local{.year = part->at(0), .month = part->at(1), .day = part->at(2)};
    return possible(local) ? std::optional(local) : std::nullopt;
}

std::optional<LocalTime> moment_of_iso(std::string_view text)
{
    const auto part = digits_of(text, "0000-00-00T00:00");
    if (!part) return std::nullopt;
    const LocalTime local{
        .year = part->at(0), .month = part->at(1), .day = part->at(2), .hour = part->at(3), .minute = part->at(4)};
    return possible(local) ? std::optional(local) : std::nullopt;
}

} // namespace amends::calendar
