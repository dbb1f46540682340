// SPDX-License-Identifier: Apache-2.0
#include "platform/net/wire.h"

#include "base/away.h"
#include "base/result.h"
#include "platform/net/tls.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fcntl.h>
#include <future>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace amends::net {
namespace {

constexpr std::size_t chunk_size = 16UZ * 1024;
constexpr std::chrono::milliseconds slice{250}; // So often a wait looks whether it should stop.

std::unexpected<Broken> broken(std::string reason) { return std::unexpected(Broken{.reason = std::move(reason)}); }

std::unexpected<Broken> overdue(std::string_view what)
{
    return std::unexpected(Broken{.reason = fmt::format("{}: no answer in time", what), .timed_out = true});
}

std::unexpected<Broken> system_error(std::string_view what)
{
    return broken(fmt::format("{}: {}", what, std::strerror(errno)));
}

int milliseconds_until(Moment until)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - moment()).count();
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000));
}

// Whether the socket is ready before time is up and before anybody asks to stop.
bool ready(int socket, short events, Moment until, const std::stop_token& stop)
{
    for (;;) {
        pollfd asked{socket, events, 0};
        if (poll(&asked, 1, milliseconds_until(std::min(until, moment() + slice))) > 0) return true;
        if (moment() >= until || stop.stop_requested()) return false;
    }
}

struct FreeAddresses {
    void operator()(addrinfo* list) const { freeaddrinfo(list); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

Wired<Addresses> look_up(const std::string& host, std::uint16_t port, int flags)
{
    addrinfo wish{};
    wish.ai_socktype = SOCK_STREAM;
    wish.ai_flags = AI_NUMERICSERV | flags;
    addrinfo* found = nullptr;
    const int failed = getaddrinfo(host.c_str(), fmt::to_string(port).c_str(), &wish, &found);
    if (failed != 0) return broken(fmt::format("no address of {}: {}", host, gai_strerror(failed)));
    return Addresses(found);
}

// The system's resolver knows no deadline: a thread waits for it, and we wait for the thread as long as we like.
Wired<Addresses> addresses_of(const std::string& host, std::uint16_t port, Moment until, const std::stop_token& stop)
{
    if (auto numeric = look_up(host, port, AI_NUMERICHOST)) return numeric;
    std::promise<Wired<Addresses>> answer;
    auto found = answer.get_future();
    std::thread([host, port, answer = std::move(answer)]() mutable {
        answer.set_value(look_up(host, port, AI_ADDRCONFIG));
    }).detach();
    while (moment() < until && !stop.stop_requested())
        if (found.wait_until(std::min(until, moment() + slice)) == std::future_status::ready) return found.get();
    return overdue("looking up " + host);
}

Wired<int> reach(const addrinfo& address, Moment until, const std::stop_token& stop)
{
    const int socket = ::socket(address.ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (socket < 0) throw Away(std::string("no connection can be opened: ") + std::strerror(errno));
    const int at_once = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
    if (connect(socket, address.ai_addr, address.ai_addrlen) == 0) return socket;
    auto error = errno;
    const bool late = error == EINPROGRESS && !ready(socket, POLLOUT, until, stop);
    socklen_t size = sizeof error;
    if (!late && error == EINPROGRESS) getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size);
    if (!late && error == 0) return socket;
    close(socket);
    if (late) return overdue("connect");
    errno = error;
    return system_error("connect");
}

} // namespace

Wired<Wire> Wire::connect(const std::string& host, std::uint16_t port, Moment until, std::stop_token stop,
                          const Judge& judge)
{
    AMENDS_TRY(const auto addresses, addresses_of(host, port, until, stop));
    Wired<int> socket = broken("no address");
    for (const addrinfo* each = addresses.get(); each != nullptr && !socket; each = each->ai_next) {
        if (judge && !judge(*each->ai_addr)) continue;
        // A first address that swallows everything leaves half of the time to the next.
        const auto left = std::max(until - moment(), Moment::duration::zero());
        socket = reach(*each, each->ai_next == nullptr ? until : moment() + left / 2, stop);
    }
    if (!socket) return std::unexpected(std::move(socket).error());
    return Wire(*socket, std::move(stop));
}

Wire::Wire(int socket, std::stop_token stop) : socket_(socket), stop_(std::move(stop)) {}

Wire::Wire(Wire&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)),
      stop_(std::move(other.stop_)),
      heard_(std::move(other.heard_)),
      eaten_(std::exchange(other.eaten_, 0)),
      tls_(std::move(other.tls_))
{
}

Wire& Wire::operator=(Wire&& other) noexcept
{
    std::swap(socket_, other.socket_);
    std::swap(stop_, other.stop_);
    std::swap(heard_, other.heard_);
    std::swap(eaten_, other.eaten_);
    std::swap(tls_, other.tls_);
    return *this;
}

Wire::~Wire()
{
    if (socket_ >= 0) close(socket_);
}

Wired<void> Wire::secure(const std::string& host, const std::string& ca_file, Moment until)
{
    if (eaten_ < heard_.size()) return broken("the server spoke ahead of the encryption");
    auto filter = TlsFilter::client(host, ca_file);
    if (!filter) return broken(std::move(filter).error());
    tls_ = *std::move(filter);
    return shake_hands(until);
}

Wired<void> Wire::shake_hands(Moment until)
{
    for (;;) {
        const auto done = tls_->shake_hands();
        const auto alert_or_hello = tls_->take();
        if (const auto sent = send(alert_or_hello, until); !sent && done) return sent;
        if (!done) return broken(done.error());
        if (*done) return decrypt_rest();
        std::string encrypted;
        AMENDS_TRY(const bool open, receive(encrypted, until));
        if (!open) return broken("closed during the TLS handshake");
        tls_->feed(encrypted);
    }
}

// A greeting may have come in one packet with the end of the handshake.
Wired<void> Wire::decrypt_rest()
{
    const auto closed = tls_->decrypt(heard_);
    if (!closed) return broken(closed.error());
    return {};
}

Wired<void> Wire::write(std::string_view bytes, Moment until)
{
    if (!tls_) return send(bytes, until);
    while (!bytes.empty()) {
        const auto part = bytes.substr(0, chunk_size);
        bytes.remove_prefix(part.size());
        if (const auto encrypted = tls_->encrypt(part); !encrypted) return broken(encrypted.error());
        if (auto sent = send(tls_->take(), until); !sent) return sent;
    }
    return {};
}

Wired<void> Wire::send(std::string_view bytes, Moment until)
{
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
        else if (errno != EAGAIN && errno != EINTR) return system_error("send");
        else if (!ready(socket_, POLLOUT, until, stop_)) return overdue("send");
    }
    return {};
}

Wired<bool> Wire::receive(std::string& into, Moment until)
{
    std::array<char, chunk_size> chunk; // NOLINT(cppcoreguidelines-pro-type-member-init): filled below.
    for (;;) {
        // Asked first, so that a server that never stops talking is bound by the deadline as well.
        if (!ready(socket_, POLLIN, until, stop_) || moment() > until) return overdue("read");
        const auto size = recv(socket_, chunk.data(), chunk.size(), MSG_DONTWAIT);
        if (size > 0) into.append(chunk.data(), static_cast<std::size_t>(size));
        if (size >= 0) return size > 0;
        if (errno != EAGAIN && errno != EINTR) return system_error("read");
    }
}

Wired<bool> Wire::hear(Moment until)
{
    heard_.erase(0, std::exchange(eaten_, 0));
    if (!tls_) return receive(heard_, until);
    for (const auto before = heard_.size(); heard_.size() == before;) {
        std::string encrypted;
        AMENDS_TRY(const bool open, receive(encrypted, until));
        if (!open) return false;
        tls_->feed(encrypted);
        const auto closed = tls_->decrypt(heard_);
        if (!closed) return broken(closed.error());
        if (const auto answer = tls_->take(); !answer.empty()) { // An answer to a change of keys.
            if (auto sent = send(answer, until); !sent) return std::unexpected(std::move(sent).error());
        }
        if (*closed && heard_.size() == before) return false;
    }
    return true;
}

Wired<std::string> Wire::line(std::size_t longest, Moment until)
{
    for (std::size_t searched = 0;;) {
        const auto view = std::string_view(heard_).substr(eaten_);
        const auto end = view.find('\n', searched);
        if (end == std::string_view::npos ? view.size() > longest : end > longest) return broken("an endless line");
        if (end != std::string_view::npos) {
            std::string text(view.substr(0, end));
            eaten_ += end + 1;
            if (text.ends_with('\r')) text.pop_back();
            return text;
        }
        searched = view.size();
        AMENDS_TRY(const bool open, hear(until));
        if (!open) return broken("the server closed the connection");
    }
}

Wired<void> Wire::some(std::string& into, std::size_t count, Moment until)
{
    if (eaten_ == heard_.size()) {
        AMENDS_TRY(const bool open, hear(until));
        if (!open) return {};
    }
    const auto taken = std::string_view(heard_).substr(eaten_, count);
    into.append(taken);
    eaten_ += taken.size();
    return {};
}

Wired<void> Wire::exactly(std::string& into, std::size_t count, Moment until)
{
    for (const auto full = into.size() + count; into.size() < full;) {
        const auto before = into.size();
        if (auto read = some(into, full - before, until); !read) return read;
        if (into.size() == before) return broken("the server closed the connection");
    }
    return {};
}

bool Wire::stirs(Moment until, const std::stop_token& stop)
{
    if (eaten_ < heard_.size()) return true;
    const int bell = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    bool stirred = false;
    {
        const std::stop_callback ring(stop, [bell] { eventfd_write(bell, 1); });
        for (bool waiting = true; waiting;) {
            std::array<pollfd, 2> asked{pollfd{socket_, POLLIN, 0}, pollfd{bell, POLLIN, 0}};
            const int found = poll(asked.data(), asked.size(), milliseconds_until(until));
            stirred = found > 0 && asked[0].revents != 0;
            waiting = found <= 0 && moment() < until;
        }
    }
    close(bell);
    return stirred;
}

bool Wire::loopback() const
{
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    if (getpeername(socket_, reinterpret_cast<sockaddr*>(&peer), &size) != 0) return false;
    if (peer.ss_family == AF_INET)
        return (ntohl(reinterpret_cast<const sockaddr_in&>(peer).sin_addr.s_addr) >> 24U) == IN_LOOPBACKNET;
    return peer.ss_family == AF_INET6 && IN6_IS_ADDR_LOOPBACK(&reinterpret_cast<const sockaddr_in6&>(peer).sin6_addr);
}

} // namespace amends::net
