// SPDX-License-Identifier: Apache-2.0
// An HTTP and WebSocket client made of a bare socket, so that nothing of Beast is tested with Beast.
#pragma once

#include "base/result.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <string>
#include <string_view>

namespace amends::testing {

class Client {
public:
    explicit Client(std::uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in server{};
        server.sin_family = AF_INET;
        server.sin_port = htons(port);
        server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (connect(socket_, reinterpret_cast<const sockaddr*>(&server), sizeof server) != 0)
            throw Failure("cannot connect");
    }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    ~Client() { close(socket_); }

    // Answers status line, headers and body as they came.
    std::string request(std::string_view line, std::string_view body = "", std::string_view headers = "")
    {
        std::string text(line);
        text.append(" HTTP/1.1\r\nHost: desk\r\n").append(headers);
        if (!body.empty()) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
        write(text.append("\r\n").append(body));

        auto reply = read_until("\r\n\r\n");
        const std::string_view length = "Content-Length: ";
        if (const auto at = reply.find(length); at != std::string::npos)
            reply += read(std::stoul(reply.substr(at + length.size())));
        return reply;
    }

    std::string upgrade(std::string_view headers = "")
    {
        return request("GET /api/live", "",
                       std::string("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                   "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n") +
                           std::string(headers));
    }

    // A short text frame; the mask of zeros leaves it readable.
    void say(std::string_view text)
    {
        write(std::string("\x81") + static_cast<char>(0x80U | text.size()) + std::string(4, '\0') + std::string(text));
    }

    std::string hear() { return read(static_cast<unsigned char>(read(2).at(1))); }

    // Bytes as they are.
    void write(std::string_view text)
    {
        if (::send(socket_, text.data(), text.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(text.size()))
            throw Failure("cannot send");
    }

    std::string read(std::size_t size)
    {
        std::string text(size, '\0');
        if (size > 0 && recv(socket_, text.data(), size, MSG_WAITALL) != static_cast<ssize_t>(size))
            throw Failure("connection closed");
        return text;
    }

    std::string read_until(std::string_view end)
    {
        std::string text;
        while (!text.ends_with(end)) text += read(1);
        return text;
    }

    // Until the other side ends it.
    std::string read_all()
    {
        std::string text;
        std::array<char, 4096> piece{};
        for (;;) {
            const auto size = recv(socket_, piece.data(), piece.size(), 0);
            if (size <= 0) return text;
            text.append(piece.data(), static_cast<std::size_t>(size));
        }
    }

private:
    int socket_;
};

} // namespace amends::testing
