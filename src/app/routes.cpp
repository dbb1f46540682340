// SPDX-License-Identifier: Apache-2.0
#include "app/routes.h"

#include "promise/promise_http.h"

namespace amends {

http::Router routes(sql::Pool& pool, Ids& ids, const Clock& clock)
{
    constexpr BrandId brand{1}; // In the product: the brand that the signed-in user has chosen.

    const auto reads = [&](auto ports, auto answer) {
        return [&pool, &ids, &clock, ports, answer](const http::Request& request) {
            const auto session = pool.take();
            Desk desk(*session, brand, ids, clock);
            return answer((desk.*ports)(), request);
        };
    };
    // One request is one transaction, and a refusal leaves no trace.
    const auto writes = [&](auto ports, auto answer) {
        return [&pool, &ids, &clock, ports, answer](const http::Request& request) {
            const auto session = pool.take();
            sql::Transaction transaction(*session);
            Desk desk(*session, brand, ids, clock);
            auto response = answer((desk.*ports)(), request);
            if (response.status < 400) {
                desk.write_events();
                transaction.commit();
            }
            return response;
        };
    };

    http::Router router;
    router.add("POST", "/api/promises", writes(&Desk::promise, promise::post_promise));
    router.add("GET", "/api/promises/{id}", reads(&Desk::promise, promise::get_promise));
    router.add("POST", "/api/promises/{id}/fulfilment", writes(&Desk::promise, promise::post_fulfilment));
    return router;
}

} // namespace amends
