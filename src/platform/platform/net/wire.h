// SPDX-License-Identifier: Apache-2.0
// A connection to somebody else's server: TCP, and TLS when told so. Every wait has an end, every line a longest
// length, and a broken connection is a value: whether one tries again is the caller's business.
#pragma once

#include "base/time.h"

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

struct sockaddr;

namespace amends::net {

struct Broken {
    std::string reason{};
    bool timed_out = false;
};

template <class T>
using Wired = std::expected<T, Broken>;

// Whether an address may be connected to; asked about each that a name leads to, at the moment of connecting.
using Judge = std::function<bool(const sockaddr&)>;

class TlsFilter;

class Wire {
public:
    // A request to stop ends this and every later wait, within a quarter of a second. Throws Away when it is we who
    // may not open a connection.
    [[nodiscard]] static Wired<Wire> connect(const std::string& host, std::uint16_t port, Moment until,
                                             std::stop_token stop = {}, const Judge& judge = {});
    Wire(Wire&& other) noexcept;
    Wire& operator=(Wire&& other) noexcept;
    ~Wire();

    // From here on encrypted. The chain is verified (against ca_file alone, when given) and the certificate must be
    // for `host`. What was sent ahead of the encryption is refused: somebody in the middle could have written it.
    [[nodiscard]] Wired<void> secure(const std::string& host, const std::string& ca_file, Moment until);

    // An error means that the last byte of these has not left.
    [[nodiscard]] Wired<void> write(std::string_view bytes, Moment until);
    // Without its CR LF or LF.
    [[nodiscard]] Wired<std::string> line(std::size_t longest, Moment until);
    // Appends up to `count` bytes, at least one; nothing when the other side has closed in good order.
    [[nodiscard]] Wired<void> some(std::string& into, std::size_t count, Moment until);
    // Appends exactly so many.
    [[nodiscard]] Wired<void> exactly(std::string& into, std::size_t count, Moment until);

    // Whether something has come, or the other side has closed. False: time is up, or somebody asked to stop; at once.
    [[nodiscard]] bool stirs(Moment until, const std::stop_token& stop = {});

    [[nodiscard]] bool secured() const { return tls_ != nullptr; }
    [[nodiscard]] bool loopback() const; // As connected, whatever the name was.

private:
    Wire(int socket, std::stop_token stop);
    [[nodiscard]] Wired<void> send(std::string_view bytes, Moment until);
    [[nodiscard]] Wired<bool> receive(std::string& into, Moment until); // False: closed.
    [[nodiscard]] Wired<void> shake_hands(Moment until);
    [[nodiscard]] Wired<void> decrypt_rest();
    [[nodiscard]] Wired<bool> hear(Moment until); // More into heard_.

    int socket_ = -1;
    std::stop_token stop_{};
    std::string heard_{};
    std::size_t eaten_ = 0; // Of heard_.
    std::unique_ptr<TlsFilter> tls_{};
};

} // namespace amends::net
