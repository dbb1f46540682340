// SPDX-License-Identifier: Apache-2.0
#include "app/histories.h"

#include "brand/calendar_sql.h"
#include "estimate/history.h"
#include "estimate/history_sql.h"
#include "platform/calendar/opening.h"

#include <cmath>

namespace amends {
namespace {

using namespace std::chrono_literals;

constexpr auto kept_for = 10min;

std::vector<std::string> days_of(const std::vector<brand::ClosedDay>& days)
{
    std::vector<std::string> names;
    for (const auto& day : days) names.push_back(day.day);
    return names;
}

OpenAxis axis_of(const Histories::Brand& brand, const calendar::Zone& zone, Instant from, Instant to)
{
    const auto closed = brand::days_off(days_of(brand.store.closed_days()), brand.calendar.holiday_sets(),
                                        days_of(brand.calendar.worked_days()));
    return OpenAxis(calendar::expand({brand.store.opening_hours()}, closed, zone, from - std::chrono::days(1),
                                     to + std::chrono::days(1)));
}

std::optional<Instant> instant_of(const Histories::Brand& brand, Instant started_at,
                                  const std::optional<estimate::Dated>& dated)
{
    if (!dated) return std::nullopt;
    const auto length = std::chrono::milliseconds(std::llround(dated->hours * 3'600'000.0));
    return brand.store.times().after_open_time(started_at, length);
}

} // namespace

struct Histories::Known {
    calendar::Zone zone;
    estimate::History history;
    estimate::ForEachChance<estimate::Risk> risks;
    Instant read_at;
};

std::shared_ptr<const Histories::Known> Histories::known(const Brand& brand)
{
    const Instant now = brand.clock.now();
    {
        const std::scoped_lock lock(guard_);
        const auto found = known_.find(brand.id);
        if (found != known_.end() && found->second->read_at <= now && now < found->second->read_at + kept_for)
            return found->second;
    }
    // Two that read at once do the same twice, which is cheaper than to wait for each other with a session in hand.
    const auto cases = estimate::newest_cases(brand.session, brand.id);
    const calendar::Zone zone(calendar::known_zone(brand.store.brand().zone) ? brand.store.brand().zone : "UTC");
    const Instant first = cases.empty() ? now : cases.front().started_at;
    const auto tuned = estimate::risk_now(estimate::calibration_of(brand.session, brand.id, now));
    auto fresh = std::make_shared<const Known>(
        zone, estimate::History(cases, axis_of(brand, zone, first, now), zone, now),
        estimate::ForEachChance<estimate::Risk>{tuned, {estimate::nominal_risks[1], estimate::nominal_risks[1]}}, now);
    const std::scoped_lock lock(guard_);
    known_.insert_or_assign(brand.id, fresh);
    return fresh;
}

HonestView Histories::of(const Brand& brand, const cases::Case& of_case)
{
    const auto past = known(brand);
    const auto honest = past->history.date({.id = static_cast<std::int64_t>(of_case.id),
                                            .segment = {of_case.topic, std::string(name_of(of_case.type))},
                                            .started_at = of_case.origin_at,
                                            .now = brand.clock.now()},
                                           past->zone, past->risks);
    HonestView view{.n = honest.of_its_type, .type = std::string(name_of(of_case.type))};
    if (!honest.dates.front()) return view;
    view.n = honest.dates.front()->n;
    view.topic = honest.dates.front()->segment.topic;
    view.half_at = instant_of(brand, of_case.origin_at, honest.half);
    view.eight_in_ten_at = instant_of(brand, of_case.origin_at, honest.dates[0]);
    view.nine_in_ten_at = instant_of(brand, of_case.origin_at, honest.dates[1]);
    return view;
}

promise::Support DeskHonestDates::support(const cases::Case& of) const
{
    const auto view = histories_.of(brand_, of);
    return {view.n, view.eight_in_ten_at, view.half_at};
}

} // namespace amends
