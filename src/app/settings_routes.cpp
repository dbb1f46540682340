// SPDX-License-Identifier: Apache-2.0
#include "app/settings_routes.h"

#include "app/mail_servers.h"
#include "app/requests.h"
#include "brand/brand_http.h"
#include "channel/channel_http.h"

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
}

} // namespace amends
