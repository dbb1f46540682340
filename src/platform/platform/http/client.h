// SPDX-License-Identifier: Apache-2.0
// Asks somebody else's HTTP server one question. Blocking, bounded, follows no redirect, keeps no connection; in plain
// text it speaks to this machine only, unless told otherwise.
#pragma once

#include "platform/http/message.h"
#include "platform/net/wire.h"

#include <map>
#include <string>

namespace amends::http {

struct Question {
    std::string method = "POST";
    std::string url{};
    std::map<std::string, std::string> headers{};
    std::string body{};
    std::string ca_file{}; // Trust this authority and no other; empty: those of the system.
    std::chrono::milliseconds patience = std::chrono::seconds(15);
    std::size_t largest = 1024UZ * 1024;                                                 // An answer with more is none.
    enum Plain : std::uint8_t { to_this_machine, to_everybody } plain = to_this_machine; // "http://…"
    net::Judge judge{};                                                                  // Empty: any address.
};

// Any status is an answer; only its absence is not.
[[nodiscard]] net::Wired<Response> ask(const Question& question);

[[nodiscard]] std::string form(const std::map<std::string, std::string>& fields); // application/x-www-form-urlencoded

} // namespace amends::http
