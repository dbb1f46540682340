// SPDX-License-Identifier: Apache-2.0
// Finds the handler of a request. The HTTP edge: nothing thrown gets past answer().
#pragma once

#include "platform/http/message.h"

#include <functional>

namespace amends::http {

using Handler = std::function<Response(const Request&)>;

class Router {
public:
    // A segment in braces, "/api/promises/{id}", takes any text and hands it over by name.
    void add(std::string method, std::string_view pattern, Handler handler);

    // A Failure becomes a 500 that tells the person an incident number and the log the rest; Busy becomes a 503.
    [[nodiscard]] Response answer(Request request) const;

private:
    struct Route {
        std::string method{};
        std::vector<std::string> segments{};
        Handler handler{};
    };

    std::vector<Route> routes_;
};

} // namespace amends::http
