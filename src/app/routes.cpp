// SPDX-License-Identifier: Apache-2.0
#include "app/routes.h"

#include "app/board_routes.h"
#include "app/case_routes.h"
#include "app/customer_routes.h"
#include "app/file_routes.h"
#include "app/metrics.h"
#include "app/openapi.h"
#include "app/promise_routes.h"
#include "app/queue_routes.h"
#include "app/reply_routes.h"
#include "app/settings_routes.h"
#include "app/staff_routes.h"
#include "app/workload_routes.h"

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

http::Response metrics(Desk& desk, const http::Request&, const Viewer&)
{
    return {.status = 200, .body = metrics_text(desk.house, desk.session), .type = "text/plain; version=0.0.4"};
}

// Described once, by itself too.
void add_description(RouteTable& table)
{
    const auto text = std::make_shared<std::string>();
    table.add("GET", "/api/openapi.json", Act::see_health,
              [text](const http::Request&, const Viewer&) { return http::Response{200, *text}; });
    *text = openapi_text(table);
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
    add_promise_routes(table, house);
    add_board_routes(table, house);
    add_queue_routes(table, house);
    add_workload_routes(table, house);
    add_file_routes(table, house);
    add_customer_routes(table, house);
    table.add("GET", "/metrics", Act::see_measures, reads(house, metrics));
    add_description(table);
    return table;
}

} // namespace amends
