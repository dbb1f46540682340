// SPDX-License-Identifier: Apache-2.0
// The token that leads an answer home: part of the Message-ID and of the Reply-To of each copy we send. It stands on
// the recipient row, by which it is found, and is then computed again and compared. It opens nothing to its holder.
#pragma once

#include "base/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amends::conversation {

// Port: an HMAC over brand, case, message and the recipient's normalised address; 26 small letters and digits, because
// addresses are folded on their way and a local part has 64 octets.
struct TokenKeys {
    virtual ~TokenKeys() = default;
    [[nodiscard]] virtual std::string tag(CaseId of_case, MessageId message, std::string_view address) const = 0;
    [[nodiscard]] virtual bool genuine(std::string_view tag, CaseId of_case, MessageId message,
                                       std::string_view address) const = 0;
};

inline constexpr std::size_t tag_length = 26;

// "c.CASE.TAG" as the local part of a Message-ID, or behind the plus of an address.
[[nodiscard]] std::string case_token(CaseId of_case, std::string_view tag);
// "b.MESSAGE.TAG", behind the plus of the envelope's sender: reports of failure come back to it.
[[nodiscard]] std::string bounce_token(MessageId message, std::string_view tag);

struct Token {
    char kind{}; // 'c' or 'b'
    std::string tag{};
};
// The token in "desk+c.CASE.TAG@example.org" or "<c.CASE.TAG@example.org>", if there is one.
[[nodiscard]] std::optional<Token> token_in(std::string_view address);

// The address without what stands behind its plus: "desk+c.1.x@example.org" is a letter to "desk@example.org".
[[nodiscard]] std::string without_plus(std::string_view address);

// The number in "Re: Where is it? [AM-1001]" or "AM-1001": a hint, never a key.
[[nodiscard]] std::optional<std::int64_t> case_number_in(std::string_view subject, std::string_view prefix);

} // namespace amends::conversation
