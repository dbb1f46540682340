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
// With fewer it cannot be told from chance whether the desk has become slower, so nothing is corrected.
constexpr std::size_t fewest_of_desk = 100;
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
        auto date = expected({beginning.segment, beginning.hours, 0, std::nullopt}, risks.at(chance).nominal);
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

HonestHours Forecast::date(const Running& running, const ForEachChance<Risk>& risks) const
{
    const auto& beginning = running.beginning;
    const double age = std::max(running.now - beginning.hours, 0.0);
    // Where everything takes twice as long, half its age is what it would be old elsewhere.
    const auto dated = [&](double nominal, double longer) {
        auto date = expected({beginning.segment, running.now, age / longer, running.number}, nominal);
        if (date) date->hours = std::max(date->hours * longer, age);
        return date;
    };
    HonestHours honest;
    const auto type = segments_.find({"", beginning.segment.type});
    if (type != segments_.end()) honest.of_its_type = std::ssize(type->second) - (running.number ? 1 : 0);
    const double slow = slow_[static_cast<std::size_t>(beginning.weekday)];
    for (std::size_t chance = 0; chance < risks.size(); ++chance) {
        const double longer = slow * slower_now(chance, running.now, risks.at(chance));
        honest.dates.at(chance) = dated(risks.at(chance).nominal, longer);
        if (chance == 0) honest.half = dated(0.5, longer);
    }
    // The three are tuned apart; to be surer never takes less time.
    if (honest.dates[0] && honest.dates[1])
        honest.dates[1]->hours = std::max(honest.dates[1]->hours, honest.dates[0]->hours);
    if (honest.half && honest.dates[0]) honest.half->hours = std::min(honest.half->hours, honest.dates[0]->hours);
    return honest;
}

std::optional<Dated> Forecast::expected(const Asked& asked, double nominal) const
{
    for (auto& segment : from_near_to_far(asked.segment)) {
        const auto known = segments_.find(segment);
        if (known == segments_.end()) continue;
        const auto found =
            estimate(of_segment(known->second, asked), {.nominal = nominal, .tuned = nominal}, watched_of_segment);
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
    if (multiples.size() < fewest_of_desk) return 1;
    const auto found = estimate(multiples, risk, watched_of_desk);
    return found ? found->length : 1;
}

// As if all had begun on a usual weekday.
std::vector<EarlierCase> Forecast::of_segment(const std::vector<std::size_t>& numbers, const Asked& asked) const
{
    std::vector<EarlierCase> earlier;
    for (auto number = numbers.rbegin(); number != numbers.rend() && earlier.size() < most_cases; ++number) {
        if (asked.itself == *number) continue;
        const auto& one = cases_[*number];
        const auto known = seen(one, asked.now, slow_[one.weekday]);
        if (asked.age <= 0 || lifetime(known).time > asked.age) earlier.push_back(known);
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
