// SPDX-License-Identifier: Apache-2.0
// TLS as a filter between two streams of bytes, without a socket of its own: the one who owns the socket also owns the
// deadlines, and no write raises SIGPIPE. At least TLS 1.2, chain and name always checked.
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <string_view>

namespace amends::net {

class TlsFilter {
public:
    // Nothing is trusted but what ca_file says; without one, what the system trusts.
    [[nodiscard]] static std::expected<std::unique_ptr<TlsFilter>, std::string> client(const std::string& host,
                                                                                       const std::string& ca_file);
    TlsFilter(const TlsFilter&) = delete;
    TlsFilter& operator=(const TlsFilter&) = delete;
    ~TlsFilter();

    void feed(std::string_view encrypted); // From the wire.
    [[nodiscard]] std::string take();      // For the wire.

    // True when done, false when more must be fed; otherwise why it is over.
    [[nodiscard]] std::expected<bool, std::string> shake_hands();
    [[nodiscard]] std::expected<void, std::string> encrypt(std::string_view plain);
    // Appends what could be read; true when the other side has said good-bye.
    [[nodiscard]] std::expected<bool, std::string> decrypt(std::string& plain);

private:
    struct State;
    explicit TlsFilter(std::unique_ptr<State> state);
    [[nodiscard]] std::string trouble() const;

    std::unique_ptr<State> state_;
};

} // namespace amends::net
