// SPDX-License-Identifier: Apache-2.0
#include "app/settings_routes.h"

#include "app/mail_servers.h"
#include "app/requests.h"
#include "brand/brand_http.h"
#include "brand/calendar_http.h"
#include "brand/holidays_jobs.h"
#include "channel/channel_http.h"
#include "target/target_http.h"

namespace amends {
namespace {

std::string public_address_of(const House& house)
{
    const auto& config = house.config;
    if (!config.public_address.empty()) return config.public_address;
    return "http://" + config.http_address + ":" + std::to_string(config.http_port);
}

template <class Ask>
DeskAnswer about_lines(House& house, Ask ask)
{
    return [&house, ask](Desk& desk, const http::Request& request, const Viewer&) {
        const LineSecrets box(house);
        return ask(channel::LinePorts{desk.channels, box, desk.events, house.ids, house.clock}, request);
    };
}

using CalendarAnswer = http::Response (*)(const brand::CalendarPorts&, const http::Request&, Instant);

DeskAnswer about_calendar(CalendarAnswer answer)
{
    return [answer](Desk& desk, const http::Request& request, const Viewer&) {
        auto answered = answer(desk.calendar_ports(), request, desk.house.clock.now());
        if (answered.status == 200)
            brand::remind_yearly(desk.brand, desk.calendar, desk.agenda, desk.house.clock.now());
        return answered;
    };
}

void add_calendar(RouteTable& table, House& house)
{
    table.add("GET", "/api/v1/calendar", Act::see_desk, reads(house, [](Desk& desk, const auto&, const auto&) {
                  return brand::get_calendar(desk.calendar_ports(), desk.house.clock.now());
              }));
    table.add("PATCH", "/api/v1/calendar", Act::change_desk, writes(house, about_calendar(brand::patch_calendar)));
    table.add("POST", "/api/v1/calendar/closed-days", Act::change_desk,
              writes(house, about_calendar(brand::post_closed_days)));
}

using TargetAnswer = http::Response (*)(const target::Ports&, const http::Request&);

DeskAnswer about_targets(TargetAnswer answer)
{
    return [answer](Desk& desk, const http::Request& request, const Viewer&) {
        return answer(desk.target_ports(), request);
    };
}

void add_targets(RouteTable& table, House& house)
{
    const auto write = [&](const char* method, const char* pattern, TargetAnswer answer) {
        table.add(method, pattern, Act::manage_targets, writes(house, about_targets(answer)));
    };
    table.add("GET", "/api/v1/targets", Act::manage_targets, reads(house, [](Desk& desk, const auto&, const auto&) {
                  return target::get_targets(desk.target_ports());
              }));
    table.add("POST", "/api/v1/targets/preview", Act::manage_targets,
              reads(house, about_targets(target::post_preview)));
    write("POST", "/api/v1/targets", target::post_target);
    write("PATCH", "/api/v1/targets/{id}", target::patch_target);
    write("DELETE", "/api/v1/targets/{id}", target::delete_target);
}

} // namespace

void add_settings_routes(RouteTable& table, House& house)
{
    table.add("GET", "/api/v1/desk", Act::see_desk, reads(house, [&house](Desk& desk, const auto&, const auto&) {
                  return brand::get_desk(desk.brand, public_address_of(house));
              }));
    table.add("PATCH", "/api/v1/desk", Act::change_desk,
              writes(house, [&house](Desk& desk, const auto& request, const auto&) {
                  return brand::patch_desk(desk.brand, desk.events, request, public_address_of(house));
              }));
    table.add(
        "GET", "/api/v1/channels", Act::see_channels,
        reads(house, about_lines(house, [](const auto& ports, const auto&) { return channel::get_channels(ports); })));
    table.add("POST", "/api/v1/channels", Act::manage_channels,
              writes(house, about_lines(house, channel::post_channel)));
    table.add("PATCH", "/api/v1/channels/{id}", Act::manage_channels,
              writes(house, about_lines(house, channel::patch_channel)));
    add_calendar(table, house);
    add_targets(table, house);
}

} // namespace amends
