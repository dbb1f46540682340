// SPDX-License-Identifier: Apache-2.0
// The desk's side of HTTP and WebSocket: the table of addresses, the pages, the live connection.
#pragma once

#include "app/gate.h"
#include "app/live.h"
#include "platform/http/router.h"
#include "platform/http/server.h"

namespace amends {

class Web {
public:
    explicit Web(House& house);
    [[nodiscard]] std::uint16_t port() const { return server_.port(); }

private:
    [[nodiscard]] http::Application application();
    [[nodiscard]] http::Response answer(http::Request request);

    [[maybe_unused]] House& house_;
    Gate gate_;
    Live live_;
    http::Router router_;
    http::Server server_;
};

} // namespace amends
