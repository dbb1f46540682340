// SPDX-License-Identifier: Apache-2.0
// A server on loopback that says one thing to each caller, without listening, and hangs up.
#pragma once

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <condition_variable>
#include <cstdint>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>

namespace amends::fuzz {

class Server {
public:
    Server()
    {
        socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (bind(socket_, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(socket_, 64) != 0) std::abort();
        getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        std::thread([this] { serve(); }).detach();
    }

    [[nodiscard]] std::uint16_t port() const { return port_; }

    void will_say(std::string words)
    {
        const std::scoped_lock lock(guard_);
        words_ = std::move(words);
    }

private:
    void serve()
    {
        for (;;) {
            const int caller = accept(socket_, nullptr, nullptr);
            std::string words;
            {
                const std::scoped_lock lock(guard_);
                words = words_;
            }
            send(caller, words.data(), words.size(), MSG_NOSIGNAL);
            shutdown(caller, SHUT_WR);
            std::array<char, 4096> unheard{};
            while (recv(caller, unheard.data(), unheard.size(), 0) > 0) {}
            close(caller);
        }
    }

    int socket_;
    std::uint16_t port_ = 0;
    std::mutex guard_{}; // Of words_.
    std::string words_{};
};

} // namespace amends::fuzz
