// SPDX-License-Identifier: Apache-2.0
#include "estimate/forecast.h"

#include "base/survival.h"

#include <algorithm>
#include <cmath>

namespace amends::estimate {
namespace {

// Older of a segment than of the desk: part 3 makes good what has changed since, and nothing makes good part 3.
constexpr std::int64_t watched_of_segment = 100;
constexpr std::int64_t watched_of_desk = 150;
// Older cases are not looked at.
constexpr std::size_t most_cases = 4'000;
// A weekday is believed in by n / (n + 30): with few cases it is like any other.
constexpr std::size_t cases_of_weekdays = 1'000;
constexpr double doubt_of_weekdays = 30;

template <class Case>
EarlierCase seen(const Case& one, double now, double unit)
{
    EarlierCase earlier{.age = (now - one.began) / unit};
    if (one.ended) earlier.ended_after = (*one.ended - one.began) / unit;
    return earlier;
}

Lifetime lifetime(const EarlierCase& earlier)
{
    return {.time = earlier.ended_after.value_or(earlier.age), .ended = earlier.ended_after.has_value()};
}

} // namespace

Answer Forecast::begin(const Beginning& beginning, const ForEachChance<Risk>& risks)
{
    Answer answer{.number = cases_.size()};
    Remembered one{.began = beginning.hours, .weekday = static_cast<std::size_t>(beginning.weekday)};
    for (std::size_t chance = 0; chance < risks.size(); ++chance) {
        auto date = expected(beginning, risks.at(chance).nominal);
        if (!date) continue;
        const double slow = slow_[one.weekday];
        if (chance == 0) one.usual = date->hours;
        date->hours *= slow;
        one.expected.at(chance) = date->hours;
        date->hours *= slower_now(chance, beginning.hours, risks.at(chance));
        // The two are tuned apart; to be surer never takes less time.
        if (chance > 0 && answer.dates.front()) date->hours = std::max(date->hours, answer.dates.front()->hours);
        answer.dates.at(chance) = std::move(date);
    }
    for (auto& segment : from_near_to_far(beginning.segment)) segments_[std::move(segment)].push_back(answer.number);
    cases_.push_back(one);
    return answer;
}

void Forecast::end(std::size_t number, double hours) { cases_.at(number).ended = hours; }

std::optional<Dated> Forecast::expected(const Beginning& beginning, double nominal) const
{
    for (auto& segment : from_near_to_far(beginning.segment)) {
        const auto known = segments_.find(segment);
        if (known == segments_.end()) continue;
        const auto found = estimate(of_segment(known->second, beginning.hours), {.nominal = nominal, .tuned = nominal},
                                    watched_of_segment);
        if (!found || found->length <= 0) continue;
        return Dated{.hours = found->length, .n = found->n, .segment = segment};
    }
    return std::nullopt;
}

double Forecast::slower_now(std::size_t chance, double now, Risk risk) const
{
    std::vector<EarlierCase> multiples;
    for (auto one = cases_.rbegin(); one != cases_.rend() && multiples.size() < most_cases; ++one)
        if (const double unit = one->expected.at(chance); unit > 0) multiples.push_back(seen(*one, now, unit));
    const auto found = estimate(multiples, risk, watched_of_desk);
    return found ? found->length : 1;
}

// As if all had begun on a usual weekday.
std::vector<EarlierCase> Forecast::of_segment(const std::vector<std::size_t>& numbers, double now) const
{
    std::vector<EarlierCase> earlier;
    for (auto number = numbers.rbegin(); number != numbers.rend() && earlier.size() < most_cases; ++number) {
        const auto& one = cases_[*number];
        earlier.push_back(seen(one, now, slow_[one.weekday]));
    }
    return earlier;
}

void Forecast::compare_weekdays(double now)
{
    std::array<std::vector<Lifetime>, 7> by_day;
    std::vector<Lifetime> all;
    for (auto one = cases_.rbegin(); one != cases_.rend() && all.size() < cases_of_weekdays; ++one) {
        if (one->usual <= 0) continue;
        // In multiples of what would have been expected of it on a usual weekday.
        all.push_back(lifetime(seen(*one, now, one->usual)));
        by_day[one->weekday].push_back(all.back());
    }
    const auto usual = SurvivalCurve(all).quantile(0.5);
    if (!usual || *usual <= 0) return;
    for (std::size_t day = 0; day < by_day.size(); ++day) {
        const auto n = static_cast<double>(by_day.at(day).size());
        const auto median = SurvivalCurve(std::move(by_day.at(day))).quantile(0.5);
        if (median && *median > 0) slow_.at(day) = std::pow(*median / *usual, n / (n + doubt_of_weekdays));
    }
}

} // namespace amends::estimate
