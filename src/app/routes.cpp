// SPDX-License-Identifier: Apache-2.0
#include "app/routes.h"

namespace amends {
namespace {

http::Response alive(const http::Request&) { return {.status = 200, .body = "ok\n", .type = "text/plain"}; }

http::Response ready(House& house)
{
    const auto session = house.pool.take();
    session->query("SELECT 1");
    return {.status = 200, .body = "ready\n", .type = "text/plain"};
}

} // namespace

http::Router routes(House& house)
{
    http::Router router;
    router.add("GET", "/healthz", alive);
    router.add("GET", "/readyz", [&house](const http::Request&) { return ready(house); });
    return router;
}

} // namespace amends
