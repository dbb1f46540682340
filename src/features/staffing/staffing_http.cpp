// SPDX-License-Identifier: Apache-2.0
#include "staffing/staffing_http.h"

#include "platform/calendar/zone.h"
#include "platform/json/read.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>

namespace amends::staffing {
namespace {

using namespace std::chrono_literals;
using workload::Presence;
using workload::Worker;

constexpr auto history_length = std::chrono::days(days_needed);
constexpr int weeks = days_needed / 7;
constexpr std::size_t most_rows = 12;

// What a lead has typed in; a field that is not there is none.
Result<std::optional<double>> asked(const http::Request& request, const std::string& name, double least, double most)
{
    const auto found = request.in_query.find(name);
    if (found == request.in_query.end() || found->second.empty()) return std::nullopt;
    double value = 0;
    const auto& text = found->second;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size() || !(value >= least && value <= most))
        return refuse(Refusal::invalid, "request.field_out_of_range", name);
    return value;
}

struct WhatIf {
    std::optional<double> contacts{};
    std::optional<double> handle{};
    std::optional<double> present{};
    double percent = 80;
    double within = 20;
};

Result<WhatIf> what_if(const http::Request& request)
{
    AMENDS_TRY(const auto contacts, asked(request, "contacts_per_hour", 0, 100'000));
    AMENDS_TRY(const auto handle, asked(request, "handle_seconds", 1, 86'400));
    AMENDS_TRY(const auto present, asked(request, "present", 0, 10'000));
    AMENDS_TRY(const auto percent, asked(request, "share_percent", 1, 99));
    AMENDS_TRY(const auto within, asked(request, "within_seconds", 0, 86'400));
    return WhatIf{contacts, handle, present, percent.value_or(80), within.value_or(20)};
}

bool at_work(const Reading& ports, const Worker& worker, Instant now)
{
    if (worker.presence != Presence::here) return false;
    const auto shifts = ports.times.shifts(worker);
    return !shifts || shifts->open_at(now);
}

// Of the days that are needed, those that the desk has lived through.
std::int64_t days_known(const HistoryStore& history, Instant now)
{
    const auto first = history.first_heard();
    if (!first) return 0;
    return std::clamp<std::int64_t>(std::chrono::floor<std::chrono::days>(now - *first).count(), 0, days_needed);
}

struct Past {
    WeekOfHours week{};
    bool enough{};
    std::optional<double> handle{};
};

Past past_of(const Reading& ports, const calendar::Zone& zone, Instant now, DemandView& view)
{
    const auto heard = ports.history.heard(now - history_length);
    for (const Quarter& each : heard) view.contacts += each.contacts;
    const auto handled = ports.history.handled(now - history_length);
    view.days = days_known(ports.history, now);
    view.handlings = handled.n;
    Past past{.week = usual_week(heard, zone, weeks), .enough = view.days >= days_needed};
    if (handled.n >= fewest_handled)
        past.handle = static_cast<double>(handled.milliseconds) / 1000 / static_cast<double>(handled.n);
    return past;
}

// Shares of an hour in which each is on shift.
std::vector<HourView> hours_to_come(const Reading& ports, const Past& past, const Demand& wanted,
                                    const calendar::Zone& zone)
{
    std::vector<std::unique_ptr<OpeningTimes>> shifts;
    for (const Worker& worker : ports.workers.all())
        if (worker.presence != Presence::off || !worker.shifts.empty()) shifts.push_back(ports.times.shifts(worker));
    auto local = zone.local(ports.clock.now());
    local.hour = local.minute = local.second = 0;
    const Instant midnight = zone.instant(local);
    std::vector<HourView> hours;
    for (int count = 0; count < 7 * 24; ++count) {
        const Instant at = midnight + count * 1h;
        const auto here = zone.local(at);
        HourView hour{.at = at, .weekday = calendar::weekday_of(here), .hour = here.hour};
        hour.contacts = past.week.at(static_cast<std::size_t>(hour.weekday)).at(static_cast<std::size_t>(hour.hour));
        for (const auto& each : shifts) {
            const OpeningTimes& times = each ? *each : ports.brand.times();
            hour.people +=
                std::chrono::duration<double, std::ratio<3600>>(times.open_time_between(at, at + 1h)).count();
        }
        Demand demand = wanted;
        demand.contacts_per_hour = hour.contacts;
        if (demand.handle_seconds > 0 && hour.contacts > 0) hour.needed = needed(demand);
        hours.push_back(hour);
    }
    return hours;
}

std::vector<StaffedView> rows_of(std::int64_t present, std::int64_t enough, const Demand& demand)
{
    std::vector<StaffedView> rows;
    const auto last = std::max(present, enough) + 1;
    for (auto people = std::min(present, enough); people <= last && rows.size() < most_rows; ++people)
        rows.push_back({people, service(people, demand)});
    if (rows.back().people < enough) rows.push_back({enough, service(enough, demand)});
    return rows;
}

AlarmView alarm_of(const WatchStore& watches)
{
    const auto watch = watches.watch();
    if (!watch) return {};
    return {.sounds_since = watch->sounds_since,
            .occupancy = watch->permille ? std::optional(static_cast<double>(*watch->permille) / 1000) : std::nullopt,
            .people = watch->people,
            .heard_at = watch->heard_at};
}

} // namespace

http::Response get_staffing(const Reading& ports, const http::Request& request)
{
    const auto wish = what_if(request);
    if (!wish) return http::refused(wish.error());
    const Instant now = ports.clock.now();
    const auto& name = ports.brand.brand().zone;
    const calendar::Zone zone(calendar::known_zone(name) ? name : "UTC");

    StaffingView view{.alarm = alarm_of(ports.watches)};
    const auto past = past_of(ports, zone, now, view.demand);
    const auto local = zone.local(now);
    const double usual =
        past.week.at(static_cast<std::size_t>(calendar::weekday_of(local))).at(static_cast<std::size_t>(local.hour));
    view.demand.what_if = wish->contacts || wish->handle || wish->present;
    view.demand.contacts_per_hour = wish->contacts ? wish->contacts : past.enough ? std::optional(usual) : std::nullopt;
    view.demand.handle_seconds = wish->handle ? wish->handle : past.handle;
    view.demand.share_percent = std::llround(wish->percent);
    view.demand.within_seconds = std::llround(wish->within);
    const auto here =
        std::ranges::count_if(ports.workers.all(), [&](const Worker& worker) { return at_work(ports, worker, now); });
    view.present = std::llround(wish->present.value_or(static_cast<double>(here)));

    const Demand demand{.contacts_per_hour = view.demand.contacts_per_hour.value_or(0),
                        .handle_seconds = view.demand.handle_seconds.value_or(0),
                        .share = wish->percent / 100,
                        .within_seconds = wish->within};
    if (view.demand.contacts_per_hour && view.demand.handle_seconds) view.needed = needed(demand);
    if (view.needed) view.rows = rows_of(view.present, *view.needed, demand);
    if (past.enough) view.hours = hours_to_come(ports, past, demand, zone);
    return {200, json::text_of(view)};
}

json::Shapes shapes()
{
    using namespace json;
    return {shape<Nothing, StaffingView>("GET /api/v1/staffing")};
}

} // namespace amends::staffing
