// SPDX-License-Identifier: Apache-2.0
#include "figure/figure.h"

#include "base/ranks.h"
#include "base/shares.h"

#include <algorithm>
#include <array>
#include <utility>

namespace amends::figure {
namespace {

using promise::Kind;
using promise::State;

constexpr std::array shares{
    Name::kept_rate,          Name::kept_rate_outcome,  Name::kept_rate_update, Name::kept_rate_appointment,
    Name::told_before_breach, Name::kept_to_first_date, Name::moved_or_released};

bool kept_or_broken(const Ended& ended) { return ended.state == State::kept || ended.state == State::broken; }

struct Tally {
    std::int64_t hits{};
    std::int64_t n{};
};

Tally tally(Name name, const std::vector<Ended>& all, Instant from, Instant to)
{
    Tally tally;
    for (const Ended& ended : all) {
        if (ended.ended_at < from || ended.ended_at > to || !belongs(name, ended)) continue;
        ++tally.n;
        if (counts(name, ended)) ++tally.hits;
    }
    return tally;
}

template <class Shown>
Shown share(Shown shown, const Tally& tally)
{
    shown.n = tally.n;
    if (tally.n < fewest) return shown;
    const auto limits = wilson95(tally.hits, tally.n);
    shown.value = static_cast<double>(tally.hits) / static_cast<double>(tally.n);
    shown.low = limits.lo;
    shown.high = limits.hi;
    return shown;
}

double number(std::chrono::milliseconds length) { return static_cast<double>(length.count()); }

void add_silences(Figures& figures, const std::vector<Silence>& silences)
{
    Figure longest{.name = Name::longest_silence, .unit = Unit::milliseconds, .n = std::ssize(silences)};
    Figure median{.name = Name::median_silence, .unit = Unit::milliseconds, .n = longest.n};
    if (longest.n >= fewest) {
        std::vector<double> lengths;
        for (const auto& silence : silences) lengths.push_back(number(silence.length()));
        longest.value = lengths.front();
        median.value = quantiles(lengths, 0.5).type7;
        figures.longest = silences.front().case_id;
    }
    figures.items.push_back(longest);
    figures.items.push_back(median);
}

void add_weeks(Figures& figures, const std::vector<Ended>& ended, const Window& window)
{
    for (std::size_t week = 0; week < window.weeks.size(); ++week) {
        const Instant from = window.weeks[week];
        const Instant to = window.end_of(week);
        const bool last = week + 1 == window.weeks.size();
        // A week ends before the next begins; the last one with this moment.
        const Instant until = last ? to : to - std::chrono::milliseconds(1);
        figures.by_week.push_back(
            share(WeekFigure{.from = from, .to = to}, tally(Name::kept_rate, ended, from, until)));
    }
}

} // namespace

std::vector<Instant> weeks_before(const LocalClock& clock, Instant now, int count)
{
    const auto today = clock.local(now);
    const auto day = std::chrono::sys_days{std::chrono::year{today.year} / today.month / today.day};
    const auto monday = day - (std::chrono::weekday{day} - std::chrono::Monday);
    std::vector<Instant> weeks;
    for (int back = count - 1; back >= 0; --back) {
        const std::chrono::year_month_day began = monday - std::chrono::weeks(back);
        weeks.push_back(clock.instant({.year = static_cast<int>(began.year()),
                                       .month = static_cast<int>(static_cast<unsigned>(began.month())),
                                       .day = static_cast<int>(static_cast<unsigned>(began.day()))}));
    }
    return weeks;
}

bool of_silence(Name name) { return name == Name::longest_silence || name == Name::median_silence; }

bool belongs(Name name, const Ended& ended)
{
    switch (name) {
    case Name::kept_rate:
    case Name::kept_to_first_date: return kept_or_broken(ended);
    case Name::kept_rate_outcome: return kept_or_broken(ended) && ended.kind == Kind::outcome;
    case Name::kept_rate_update: return kept_or_broken(ended) && ended.kind == Kind::update;
    case Name::kept_rate_appointment: return kept_or_broken(ended) && ended.kind == Kind::appointment;
    case Name::told_before_breach: return ended.state == State::broken;
    case Name::moved_or_released: return true;
    case Name::longest_silence:
    case Name::median_silence: return false;
    }
    std::unreachable();
}

bool counts(Name name, const Ended& ended)
{
    switch (name) {
    case Name::kept_rate:
    case Name::kept_rate_outcome:
    case Name::kept_rate_update:
    case Name::kept_rate_appointment: return ended.state == State::kept;
    case Name::told_before_breach: return ended.warned_at && *ended.warned_at < ended.due_at;
    case Name::kept_to_first_date: return ended.state == State::kept && ended.ended_at <= ended.original_due_at;
    case Name::moved_or_released: return ended.state == State::moved || ended.state == State::released;
    case Name::longest_silence:
    case Name::median_silence: return false;
    }
    std::unreachable();
}

std::optional<Silence> longest_of(const Life& life, const Window& window)
{
    std::optional<Silence> longest;
    const auto weigh = [&](const Silence& silence) {
        if (silence.to < window.from() || silence.from > window.now) return;
        if (!longest || silence.length() > longest->length()) longest = silence;
    };
    for (const auto& stretch : life.stretches) {
        const Instant end = stretch.to.value_or(window.now);
        Instant before = stretch.from;
        for (const Instant told : life.told) {
            if (told <= before || told > end) continue;
            weigh({life.case_id, before, told, false});
            before = told;
        }
        weigh({life.case_id, before, end, !stretch.to});
    }
    return longest;
}

std::vector<Silence> silences_of(const std::vector<Life>& lives, const Window& window)
{
    std::vector<Silence> silences;
    for (const auto& life : lives)
        if (const auto longest = longest_of(life, window)) silences.push_back(*longest);
    std::ranges::sort(silences, [](const Silence& a, const Silence& b) {
        return std::pair(b.length(), a.case_id) < std::pair(a.length(), b.case_id);
    });
    return silences;
}

Figures figures_of(const Facts& facts, const Window& window)
{
    Figures figures;
    for (const Name name : shares)
        figures.items.push_back(
            share(Figure{.name = name, .unit = Unit::share}, tally(name, facts.ended, window.from(), window.now)));
    add_silences(figures, silences_of(facts.lives, window));
    add_weeks(figures, facts.ended, window);
    return figures;
}

} // namespace amends::figure
