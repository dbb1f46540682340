// SPDX-License-Identifier: Apache-2.0
#include "promise/promise_http.h"

#include "platform/json/read.h"
#include "promise/fulfil_promise.h"
#include "promise/make_promise.h"

namespace amends::promise {

http::Response post_promise(const Ports& ports, const http::Request& request)
{
    auto wish = json::parse<MakePromise>(request.body);
    if (!wish) return http::refused(wish.error());

    return http::reply(201, make_promise(ports, *std::move(wish)));
}

http::Response post_fulfilment(const Ports& ports, const http::Request& request)
{
    const auto id = request.id<PromiseId>("id");
    if (!id) return http::refused(id.error());

    return http::reply(200, fulfil_promise(ports, *id));
}

http::Response get_promise(const Ports& ports, const http::Request& request)
{
    const auto id = request.id<PromiseId>("id");
    if (!id) return http::refused(id.error());

    const auto promise = ports.promises.find(*id);
    if (!promise) return http::refused({Refusal::not_found, "promise.not_found"});
    return {200, json::text_of(*promise)};
}

} // namespace amends::promise
