// SPDX-License-Identifier: Apache-2.0
// sources: http/message http/problem http/router http/server http/target http/wire
// libraries: -lfmt
// unoptimised: http/server
// Whatever a caller sends, and wherever the network cuts it, the server hears requests that are whole, and answers with
// whole answers: no byte of a caller begins a header, and a body comes with its length. The first byte chooses the cut.
#include "fuzz/attack.h"
#include "platform/http/server.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace {

using namespace amends;
using fuzz::must;

constexpr std::size_t largest_body = 1024;

// Gives back what it heard: what a caller says may come out in a body, never in a head.
http::Response heard(const http::Request& request)
{
    must(request.path.starts_with('/') && request.path.find_first_of("? \r\n") == std::string::npos);
    must(request.query.find_first_of(" \r\n") == std::string::npos);
    must(request.body.size() <= largest_body && request.headers.contains("host") &&
         (request.peer.empty() || request.peer.starts_with("127.0.0."))); // Empty: the caller has hung up already.
    must(!request.headers.contains("x-forwarded-for") && request.headers.size() <= 100);
    for (const auto& [name, value] : request.headers) {
        must(std::ranges::none_of(name, [](char letter) { return letter >= 'A' && letter <= 'Z'; }));
        must((name + value).find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
    }
    return {.body = request.path + "\r\n\r\n" + request.body};
}

std::uint16_t port()
{
    static http::Server server({.workers = 1, .body_limit = largest_body, .patience = std::chrono::milliseconds(200)},
                               heard, {});
    return server.port();
}

void send_cut(int socket, std::string_view words, std::size_t cut)
{
    for (std::size_t pieces = 0; !words.empty(); ++pieces) {
        // A few cuts are enough; what is left goes in one piece.
        const auto sent =
            send(socket, words.data(), pieces < 8 ? std::min(cut, words.size()) : words.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;
        words.remove_prefix(static_cast<std::size_t>(sent));
    }
}

std::string said_to(std::string_view words, std::size_t cut)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port());
    // From ever another address: closed connections keep their ports for a minute.
    static unsigned callers = 0;
    sockaddr_in caller{};
    caller.sin_family = AF_INET;
    caller.sin_addr.s_addr = htonl(INADDR_LOOPBACK + callers++ % 200);
    const int at_once = 1;
    setsockopt(socket, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &at_once, sizeof at_once);
    must(bind(socket, reinterpret_cast<const sockaddr*>(&caller), sizeof caller) == 0);
    const timeval patience{.tv_sec = 2, .tv_usec = 0};
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    must(connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    send_cut(socket, words, cut);
    shutdown(socket, SHUT_WR);
    std::string answers;
    std::array<char, 4096> piece{};
    for (ssize_t got = 0; (got = recv(socket, piece.data(), piece.size(), 0)) > 0;)
        answers.append(piece.data(), static_cast<std::size_t>(got));
    close(socket);
    return answers;
}

std::size_t length_in(std::string_view head)
{
    constexpr std::string_view name = "\r\nContent-Length: ";
    const auto at = head.find(name);
    std::size_t length = 0;
    if (at != head.npos) std::from_chars(head.data() + at + name.size(), head.data() + head.size(), length);
    return length;
}

// Answers stand one after the other, each with the headers that guard it; only the last may be cut off.
void check(std::string_view answers)
{
    while (!answers.empty()) {
        if (answers.starts_with("HTTP/1.1 100 "))
            answers.remove_prefix(std::min(answers.find("\r\n\r\n") + 4, answers.size()));
        if (answers.empty()) return;
        must(answers.starts_with("HTTP/1.1 "));
        const auto end = answers.find("\r\n\r\n");
        if (end == answers.npos) return;
        const auto head = answers.substr(0, end + 2);
        if (head.starts_with("HTTP/1.1 101 ")) return; // A WebSocket from here on.
        const bool guarded = head.find("\r\nX-Content-Type-Options: nosniff\r\n") != head.npos;
        must(guarded || head.find("\r\nSec-WebSocket") != head.npos || head.find("websocket") != head.npos ||
             head.starts_with("HTTP/1.1 426 ") || head.starts_with("HTTP/1.1 400 "));
        answers.remove_prefix(end + 4);
        if (answers.starts_with("HTTP/1.1 ")) continue; // It was to HEAD.
        answers.remove_prefix(std::min(length_in(head), answers.size()));
    }
}

} // namespace

void amends::fuzz::attack(std::string_view input)
{
    if (input.empty()) return;
    const auto words = input.substr(1);
    check(said_to(words, static_cast<unsigned char>(input.front()) + 1UZ));
}
