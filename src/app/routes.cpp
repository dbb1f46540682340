// SPDX-License-Identifier: Apache-2.0
#include "app/routes.h"

#include "app/case_routes.h"
#include "app/customer_routes.h"
#include "app/file_routes.h"
#include "app/reply_routes.h"
#include "app/settings_routes.h"
#include "app/staff_routes.h"

namespace amends {
namespace {

http::Response alive(const http::Request&, const Viewer&)
{
    return {.status = 200, .body = "ok\n", .type = "text/plain"};
}

http::Response ready(House& house)
{
    const auto session = house.pool.take();
    session->query("SELECT 1");
    return {.status = 200, .body = "ready\n", .type = "text/plain"};
}

} // namespace

RouteTable routes(House& house, Gate& gate)
{
    RouteTable table;
    table.add("GET", "/healthz", Act::see_health, alive);
    table.add("GET", "/readyz", Act::see_health, [&house](const auto&, const auto&) { return ready(house); });
    add_staff_routes(table, house, gate);
    add_settings_routes(table, house);
    add_case_routes(table, house);
    add_reply_routes(table, house);
    add_file_routes(table, house);
    add_customer_routes(table, house);
    return table;
}

} // namespace amends
