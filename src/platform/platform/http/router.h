// SPDX-License-Identifier: Apache-2.0
// Finds the handler of a request. The HTTP edge: nothing thrown gets past answer().
#pragma once

#include "platform/http/message.h"
#include "platform/http/problem.h"

#include <functional>

namespace amends::http {

using Handler = std::function<Response(const Request&)>;

class Router {
public:
    // A segment in braces, "/api/promises/{id}", takes any text and hands it over by name. GET answers HEAD too.
    void add(std::string method, std::string_view pattern, Handler handler);

    // Whatever no pattern fits, when it asks by GET: the pages, whose addresses the browser makes up.
    void otherwise(Handler handler) { otherwise_ = std::move(handler); }

    void speak(Translate translate) { translate_ = std::move(translate); }

    // A Failure becomes a 500 that tells the person an incident number and the log the rest; Busy and Away become a
    // 503.
    [[nodiscard]] Response answer(Request request) const;

private:
    struct Route {
        std::string method{};
        std::vector<std::string> segments{};
        Handler handler{};
    };

    [[nodiscard]] Response find(Request& request) const;
    [[nodiscard]] Response attempt(Request& request) const;

    std::vector<Route> routes_;
    Handler otherwise_;
    Translate translate_;
};

} // namespace amends::http
