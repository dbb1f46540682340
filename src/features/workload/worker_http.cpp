// SPDX-License-Identifier: Apache-2.0
#include "workload/worker_http.h"

#include "platform/json/read.h"
#include "workload/change_worker.h"

namespace amends::workload {
namespace {

struct BePresent {
    Presence presence{};
};
BOOST_DESCRIBE_STRUCT(BePresent, (), (presence))

} // namespace

http::Response get_workers(const Ports& ports, const http::Request&, UserId)
{
    return {200, R"({"items":)" + json::text_of(ports.workers.all()) + R"(,"next":null})"};
}

http::Response patch_worker(const Ports& ports, const http::Request& request, UserId)
{
    const auto id = request.id<UserId>("id");
    if (!id) return http::refused(id.error());
    const auto wish = json::parse<ChangeWorker>(request.body);
    if (!wish) return http::refused(wish.error());
    return http::reply(200, change_worker(ports, *id, *wish));
}

http::Response put_presence(const Ports& ports, const http::Request& request, UserId viewer)
{
    const auto wish = json::parse<BePresent>(request.body);
    if (!wish) return http::refused(wish.error());
    return http::reply(200, be_present(ports, viewer, wish->presence));
}

json::Shapes worker_shapes()
{
    using namespace json;
    return {
        shape<Nothing, ListOf<Worker>>("GET /api/v1/workers"),
        shape<ChangeWorker, Worker>("PATCH /api/v1/users/{id}/work"),
        shape<BePresent, Worker>("PUT /api/v1/presence"),
    };
}

} // namespace amends::workload
