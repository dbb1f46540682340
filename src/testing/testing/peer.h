// SPDX-License-Identifier: Apache-2.0
// The other end of a connection, played by hand: line by line, with every mistake and every malice a test needs.
#pragma once

#include "base/result.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace amends::testing {

// One end of a connection. Waits at most ten seconds for anything, so that a test fails and does not hang.
class Talk {
public:
    explicit Talk(int socket) : socket_(socket) {}
    Talk(const Talk&) = delete;
    Talk& operator=(const Talk&) = delete;
    ~Talk() { hang_up(); }

    void hang_up()
    {
        if (socket_ >= 0) close(socket_);
        socket_ = -1;
    }

    // False when the other side is gone.
    bool raw(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    bool say(std::string_view line) const { return raw(std::string(line) + "\r\n"); }

    // The next line without its end; "(gone)" when the other side has hung up, "(silence)" when it says nothing.
    std::string line()
    {
        for (;;) {
            if (const auto end = heard_.find('\n'); end != std::string::npos) {
                auto text = heard_.substr(0, end);
                heard_.erase(0, end + 1);
                if (text.ends_with('\r')) text.pop_back();
                return text;
            }
            if (const auto trouble = hear(); !trouble.empty()) return trouble;
        }
    }

    // Says a line and gives back the answer.
    std::string ask(std::string_view text)
    {
        say(text);
        return line();
    }

    std::string bytes(std::size_t count)
    {
        while (heard_.size() < count && hear().empty()) {}
        auto text = heard_.substr(0, count);
        heard_.erase(0, text.size());
        return text;
    }

    // Reads lines until this one, which is left out; the ends of the lines stay.
    std::string until(std::string_view last)
    {
        std::string text;
        for (auto next = line(); next != last && next != "(gone)" && next != "(silence)"; next = line())
            text += next + "\r\n";
        return text;
    }

    // Whether the other side hangs up; what it still says is thrown away.
    bool gone()
    {
        for (auto next = line(); next != "(silence)"; next = line())
            if (next == "(gone)") return true;
        return false;
    }

private:
    std::string hear()
    {
        pollfd ready{socket_, POLLIN, 0};
        if (poll(&ready, 1, 10'000) <= 0) return "(silence)";
        std::array<char, 16384> chunk{};
        const auto size = recv(socket_, chunk.data(), chunk.size(), 0);
        if (size <= 0) return "(gone)";
        heard_.append(chunk.data(), static_cast<std::size_t>(size));
        return "";
    }

    int socket_;
    std::string heard_{};
};

inline sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

// A client's end.
inline int dial(std::uint16_t port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto server = loopback(port);
    if (connect(socket, reinterpret_cast<const sockaddr*>(&server), sizeof server) != 0)
        throw Failure("cannot connect");
    const int at_once = 1; // Or two short writes in a row wait 40 ms for each other.
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
    return socket;
}

// A server that plays one script for each connection, one after the other, and then is gone.
class Peer {
public:
    using Script = std::function<void(Talk&)>;

    explicit Peer(std::vector<Script> scripts) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        auto address = loopback(0);
        socklen_t size = sizeof address;
        if (bind(socket_, reinterpret_cast<const sockaddr*>(&address), size) != 0 || listen(socket_, 8) != 0 ||
            getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
            throw Failure("cannot listen");
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this, plays = std::move(scripts)] { play(plays); });
    }
    explicit Peer(Script script) : Peer(std::vector{std::move(script)}) {}
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;
    ~Peer()
    {
        shutdown(socket_, SHUT_RDWR); // Ends an accept that nobody will answer.
        thread_.join();
        close(socket_);
    }

    [[nodiscard]] std::uint16_t port() const { return port_; }

private:
    void play(const std::vector<Script>& scripts) const
    {
        for (const auto& script : scripts) {
            const int connection = accept(socket_, nullptr, nullptr);
            if (connection < 0) return;
            Talk talk(connection);
            script(talk);
        }
    }

    int socket_;
    std::uint16_t port_ = 0;
    std::thread thread_;
};

} // namespace amends::testing
