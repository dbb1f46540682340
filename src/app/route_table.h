// SPDX-License-Identifier: Apache-2.0
// All addresses as data: method, pattern, the act that asking for it is, and what answers. Deny by default: without an
// act there is no route.
#pragma once

#include "app/access.h"
#include "platform/http/router.h"

#include <vector>

namespace amends {

class Gate;

using Answer = std::function<http::Response(const http::Request&, const Viewer&)>;

struct Route {
    Route(std::string its_method, std::string its_pattern, Act its_act, Answer its_answer)
        : method(std::move(its_method)), pattern(std::move(its_pattern)), act(its_act), answer(std::move(its_answer))
    {
    }

    std::string method;
    std::string pattern;
    Act act;
    Answer answer;
};

class RouteTable {
public:
    void add(std::string method, std::string pattern, Act act, Answer answer)
    {
        routes_.emplace_back(std::move(method), std::move(pattern), act, std::move(answer));
    }
    [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

    // Each route behind the gate, which must outlive the router.
    [[nodiscard]] http::Router router(Gate& gate) const;

private:
    std::vector<Route> routes_;
};

} // namespace amends
