// SPDX-License-Identifier: Apache-2.0
// Access tokens for mailboxes whose owners give no passwords away any more (RFC 6749 section 6).
#pragma once

#include "base/result.h"
#include "base/time.h"

#include <string>

namespace amends::mail {

struct OAuth {
    std::string token_url{}; // https, or http on this machine.
    std::string client_id{};
    std::string client_secret{}; // Empty for clients that cannot keep one.
    std::string refresh_token{};
    std::string scope{};
    std::string ca_file{}; // As in Server.
    std::chrono::milliseconds patience = std::chrono::seconds(15);
};

struct Token {
    std::string access{};
    std::string refresh{}; // The one to keep from now on: some change it with every use and forget the old one.
    Instant expires_at{};
};

// oauth.refused: the grant is over, a person must consent again; field holds the server's word ("invalid_grant").
// oauth.unavailable: nobody answered, or nothing that makes sense; again may succeed; field holds the reason.
[[nodiscard]] Result<Token> refresh(const OAuth& grant, Instant now);

} // namespace amends::mail
