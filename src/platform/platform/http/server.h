// SPDX-License-Identifier: Apache-2.0
// HTTP/1.1 and WebSocket. One thread does all input and output; handlers are ordinary blocking functions that run on
// worker threads. Boost.Beast stays in server.cpp: it takes half a minute to compile.
#pragma once

#include "platform/http/message.h"
#include "platform/http/problem.h"

#include <functional>
#include <memory>

namespace amends::http {

// The far end of a WebSocket.
class Socket {
public:
    virtual ~Socket() = default;
    // From any thread, without waiting. A reader who cannot keep up is cut off with 4001: he reconnects and catches up.
    virtual void send(std::string text) = 0;
    // From any thread. Nothing that he says is heard from now on, and within a second the line is dead.
    virtual void close(std::uint16_t code) = 0;
    // What the application said when it let him in.
    [[nodiscard]] virtual const std::shared_ptr<void>& visitor() const = 0;
};

struct Options {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0; // 0 takes any free one.
    unsigned workers = 4;
    std::size_t body_limit = 10UZ * 1024 * 1024;
    std::size_t upload_limit = 25UZ * 1024 * 1024;       // For addresses that end with "/uploads".
    std::size_t open_bodies_limit = 512UZ * 1024 * 1024; // Of all requests that are being read, together.
    std::chrono::milliseconds patience = std::chrono::seconds{30};
    std::string public_address{};       // "https://desk.example"
    std::vector<std::string> proxies{}; // Whose X-Forwarded-For is believed.
    std::string subprotocol = "amends.live.1";
    Translate translate{};
};

using Visit = std::expected<std::shared_ptr<void>, Response>;

// What the application does with what comes in.
struct Application {
    std::function<Response(Request)> answer{}; // Runs on a worker thread and does not throw.
    // May this caller open a WebSocket? Runs on a worker thread. None given: everybody may.
    std::function<Visit(const Request&)> admit{};
    // These run on the thread that does all input and output, and must not wait for anything.
    std::function<void(const std::shared_ptr<Socket>&)> opened{};
    std::function<void(const std::shared_ptr<Socket>&, std::string)> heard{};
    std::function<void(const std::shared_ptr<Socket>&)> closed{};
};

class Server {
public:
    using Answer = std::function<Response(Request)>;
    using Heard = std::function<void(const std::shared_ptr<Socket>&, std::string)>;

    Server(const Options& options, Application application);
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
