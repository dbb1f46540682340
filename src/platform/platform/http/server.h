// SPDX-License-Identifier: Apache-2.0
// HTTP/1.1 and WebSocket. One thread does all input and output; handlers are ordinary blocking functions that run on
// worker threads. Boost.Beast stays in server.cpp: it takes half a minute to compile.
#pragma once

#include "platform/http/message.h"

#include <functional>
#include <memory>

namespace amends::http {

// The far end of a WebSocket.
class Socket {
public:
    virtual ~Socket() = default;
    // From any thread, without waiting. A reader who cannot keep up is cut off: he reconnects and catches up.
    virtual void send(std::string text) = 0;
};

struct Options {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0; // 0 takes any free one.
    unsigned workers = 4;
    std::size_t body_limit = 10UZ * 1024 * 1024;
};

class Server {
public:
    using Answer = std::function<Response(Request)>; // Runs on a worker thread and does not throw.
    using Heard = std::function<void(const std::shared_ptr<Socket>&, std::string)>; // Must not wait for anything.

    Server(const Options& options, Answer answer, Heard heard);
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    ~Server(); // Lets running handlers finish.

    [[nodiscard]] std::uint16_t port() const;

private:
    class Loop;
    std::unique_ptr<Loop> loop_;
};

} // namespace amends::http
