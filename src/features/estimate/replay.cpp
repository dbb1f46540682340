// SPDX-License-Identifier: Apache-2.0
#include "estimate/replay.h"

#include "base/ranks.h"
#include "estimate/forecast.h"

#include <algorithm>
#include <queue>

namespace amends::estimate {
namespace {

using Hours = std::chrono::duration<double, std::ratio<3600>>;

template <class Thing>
using SoonestFirst = std::priority_queue<Thing, std::vector<Thing>, std::greater<>>;

struct Due {
    Instant at{};
    bool kept{};
    bool counts{};

    friend auto operator<=>(const Due& one, const Due& other) { return one.at <=> other.at; }
};

struct End {
    Instant at{};
    std::size_t number{};

    friend auto operator<=>(const End&, const End&) = default;
};

// Promises of one chance, eight in ten or nine in ten.
class Ledger {
public:
    explicit Ledger(double nominal) : calibration_{.nominal = nominal} {}

    void promise(const Due& due)
    {
        calibration_ = promised(calibration_);
        undecided_.push(due);
    }

    void reach(Instant now)
    {
        for (; !undecided_.empty() && undecided_.top().at <= now; undecided_.pop()) {
            const Due due = undecided_.top();
            calibration_ = came_due(calibration_, due.kept ? Outcome::kept : Outcome::broken);
            if (!due.counts) continue;
            ++came_due_;
            if (due.kept) ++kept_;
        }
    }

    [[nodiscard]] Risk risk() const { return risk_now(calibration_); }

    [[nodiscard]] std::optional<double> kept() const
    {
        if (came_due_ == 0) return std::nullopt;
        return static_cast<double>(kept_) / static_cast<double>(came_due_);
    }

private:
    Calibration calibration_;
    SoonestFirst<Due> undecided_;
    std::int64_t came_due_{};
    std::int64_t kept_{};
};

class Replay {
public:
    Replay(const OpenAxis& axis, const LocalClock& clock, Instant counts_from)
        : axis_(axis), clock_(clock), counts_from_(counts_from)
    {
    }

    void begin(const PastCase& one)
    {
        reach(one.started_at);
        const auto [number, dates] = forecast_.begin(beginning(one), {ledgers_[0].risk(), ledgers_[1].risk()});
        for (std::size_t chance = 0; chance < dates.size(); ++chance)
            if (dates.at(chance)) ledgers_.at(chance).promise(due(one, dates.at(chance)->hours));
        if (one.ended_at) ends_.push({.at = *one.ended_at, .number = number});
        if (counts(one)) count(dates.front());
    }

    Replayed finish(Instant end)
    {
        for (auto& ledger : ledgers_) ledger.reach(end);
        answer_.promised = std::ssize(lengths_);
        answer_.kept_80 = ledgers_[0].kept();
        answer_.kept_90 = ledgers_[1].kept();
        if (!lengths_.empty()) answer_.median_80_hours = quantiles(lengths_, 0.5).type7;
        return answer_;
    }

private:
    // Tells what has happened by then.
    void reach(Instant now)
    {
        for (auto& ledger : ledgers_) ledger.reach(now);
        for (; !ends_.empty() && ends_.top().at <= now; ends_.pop())
            forecast_.end(ends_.top().number, position(ends_.top().at));
        const auto today = std::chrono::floor<std::chrono::days>(now);
        if (std::exchange(today_, today) != today) forecast_.compare_weekdays(position(now));
    }

    [[nodiscard]] bool counts(const PastCase& one) const { return one.started_at >= counts_from_; }
    [[nodiscard]] double position(Instant at) const { return Hours(axis_.position(at)).count(); }

    [[nodiscard]] Beginning beginning(const PastCase& one) const
    {
        const auto local = clock_.local(one.started_at);
        const std::chrono::year_month_day date = std::chrono::year(local.year) / local.month / local.day;
        const auto weekday = std::chrono::weekday(std::chrono::sys_days(date)).iso_encoding();
        return {.segment = one.segment, .weekday = static_cast<int>(weekday) - 1, .hours = position(one.started_at)};
    }

    // What is due after the end of the history never comes due.
    [[nodiscard]] Due due(const PastCase& one, double hours) const
    {
        const auto length = std::chrono::ceil<Length>(Hours(hours));
        const Instant at = axis_.instant(axis_.position(one.started_at) + length).value_or(Instant::max());
        return {.at = at, .kept = one.ended_at && *one.ended_at <= at, .counts = counts(one)};
    }

    void count(const std::optional<Dated>& date)
    {
        ++answer_.n;
        if (date) lengths_.push_back(date->hours);
        else ++answer_.refused;
    }

    const OpenAxis& axis_;
    const LocalClock& clock_;
    Instant counts_from_;
    Forecast forecast_;
    std::array<Ledger, 2> ledgers_{Ledger(nominal_risks[0]), Ledger(nominal_risks[1])};
    SoonestFirst<End> ends_;
    std::chrono::sys_days today_{};
    std::vector<double> lengths_;
    Replayed answer_;
};

Instant end_of(std::span<const PastCase> cases)
{
    Instant end{};
    for (const auto& each : cases) end = std::max({end, each.started_at, each.ended_at.value_or(each.started_at)});
    return end;
}

} // namespace

Replayed replay(std::span<const PastCase> cases, const OpenAxis& axis, const LocalClock& clock)
{
    if (cases.empty()) return {};
    Replay replay(axis, clock, cases.front().started_at + learning);
    for (const auto& each : cases) replay.begin(each);
    return replay.finish(end_of(cases));
}

} // namespace amends::estimate
