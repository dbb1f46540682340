// SPDX-License-Identifier: Apache-2.0
// Where somebody else's mail server is, and who we are there.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace amends::mail {

struct Server {
    // Credentials never travel in plain text but to this machine itself.
    enum Security : std::uint8_t { plain, starttls, tls };

    std::string host{};
    std::uint16_t port = 0;
    Security security = starttls;
    std::string user{}; // Empty: no login.
    std::string password{};
    std::string token{};   // An OAuth2 access token; goes before the password.
    std::string ca_file{}; // Trust this authority and no other; empty: those of the system.
    std::chrono::milliseconds patience = std::chrono::seconds(30);
    std::string name = "localhost"; // What we call ourselves in EHLO.
};

} // namespace amends::mail
