// SPDX-License-Identifier: Apache-2.0
// Opening hours in local wall time become intervals of UTC: what the clock on the wall says is what counts, also on the
// days when it jumps. A closed day ("2026-12-06") has no hours, whatever the week says.
#pragma once

#include "platform/calendar/zone.h"

#include <set>
#include <string>
#include <vector>

namespace amends::calendar {

using ClosedDays = std::set<std::string, std::less<>>;

// The intervals of all local days that touch [from, to); those at the edges are whole.
[[nodiscard]] std::vector<Interval> expand(const WeeklyHours& week, const ClosedDays& closed, const Zone& zone,
                                           Instant from, Instant to);

// Looks as far ahead as needed. Where nothing opens within ten years, time simply passes.
class OpeningCalendar final : public OpeningTimes {
public:
    OpeningCalendar(WeeklyHours week, ClosedDays closed, std::string_view zone);

    [[nodiscard]] bool open_at(Instant at) const override;
    [[nodiscard]] Instant next_open(Instant at) const override;
    [[nodiscard]] Instant after_open_time(Instant start, std::chrono::milliseconds duration) const override;
    [[nodiscard]] Instant after_open_days(Instant start, int days) const override;
    [[nodiscard]] std::chrono::milliseconds open_time_between(Instant from, Instant to) const override;

    // The way back: so much open time lies between the answer and `end`. Nothing before closed time is its end.
    [[nodiscard]] Instant before_open_time(Instant end, std::chrono::milliseconds duration) const;

    [[nodiscard]] const Zone& zone() const { return zone_; }

private:
    [[nodiscard]] std::vector<Interval> intervals(Instant from, Instant to) const;
    template <class Question>
    [[nodiscard]] std::optional<Instant> asked(Instant start, Question question) const;

    WeeklyHours week_;
    ClosedDays closed_;
    Zone zone_;
};

} // namespace amends::calendar
