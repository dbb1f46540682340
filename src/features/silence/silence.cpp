// SPDX-License-Identifier: Apache-2.0
#include "silence/silence.h"

namespace amends::silence {
namespace {

constexpr std::chrono::days furthest{3660}; // A desk that never opens has no business time to count.

// Halves the stretch between an instant that is far enough back and one that is not, down to a millisecond.
Instant latest_before(const OpeningTimes& times, Instant at, Instant early)
{
    Instant late = at - patience + std::chrono::milliseconds(1);
    while (late - early > std::chrono::milliseconds(1)) {
        const Instant middle = early + (late - early) / 2;
        if (times.open_time_between(middle, at) >= patience) early = middle;
        else late = middle;
    }
    return early;
}

bool ended_on_their_word(const Facts& of)
{
    // Whoever said himself that it is solved is not forgotten, and what was imported as history ended when it began.
    return cases::ended(of.status) && of.last_word == cases::LastWord::customer &&
           of.confirmed_by != cases::ConfirmedBy::customer && of.closed_at != of.origin_at;
}

} // namespace

LookedAt moment_at(const OpeningTimes& times, Instant at)
{
    std::chrono::milliseconds back = patience;
    while (back < furthest && times.open_time_between(at - back, at) < patience) back *= 2;
    return {at, back < furthest ? latest_before(times, at, at - back) : at - furthest};
}

Instant tomorrow_noon(const LocalClock& clock, Instant now)
{
    const auto today = clock.local(now);
    const std::chrono::year_month_day next =
        std::chrono::sys_days{std::chrono::year{today.year} / today.month / today.day} + std::chrono::days{1};
    return clock.instant({.year = static_cast<int>(next.year()),
                          .month = static_cast<int>(static_cast<unsigned>(next.month())),
                          .day = static_cast<int>(static_cast<unsigned>(next.day())),
                          .hour = 12});
}

Instant silent_since(const Facts& of) { return of.last_told_at.value_or(of.origin_at); }

std::vector<Reason> reasons(const Facts& of, const LookedAt& moment)
{
    std::vector<Reason> found;
    const auto add = [&](bool holds, Reason reason) {
        if (holds) found.push_back(reason);
    };
    add(ended_on_their_word(of), Reason::last_word_theirs);
    if (!cases::live(of.status)) return found;

    const auto past = [&](std::optional<Instant> due) { return due && *due < moment.at; };
    add(past(of.next_update_at), Reason::update_late);
    add(!of.next_update_at, Reason::update_missing);
    const bool news_ahead = of.told_until && *of.told_until > moment.at;
    add(silent_since(of) <= moment.silent_before && !news_ahead, Reason::silent);
    add(!of.owned && (!of.pull_by || past(of.pull_by)), Reason::unowned);
    if (of.status != cases::Status::waiting) return found;

    const bool on_others = of.waits_on && *of.waits_on != cases::Side::us;
    add(on_others && past(of.review_at), Reason::review_late);
    add(!on_others || !of.review_at, Reason::review_missing);
    return found;
}

} // namespace amends::silence
