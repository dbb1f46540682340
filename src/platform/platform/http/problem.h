// SPDX-License-Identifier: Apache-2.0
// Refusals as problem+json (RFC 9457), with a sentence in the language of the person who is refused.
#pragma once

#include "base/describe.h"
#include "base/result.h"
#include "platform/http/message.h"

#include <functional>

namespace amends::http {

struct Problem {
    std::string type = "about:blank";
    std::string title{}; // A sentence for people.
    int status{};
    Refusal::Kind kind{};
    std::string code{};     // Stable: programs rely on it.
    std::string field{};    // Empty when the whole request is at fault.
    std::string incident{}; // Of a fault of ours: under this number the log knows more.
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, kind, code, field, incident))

// The sentence for a code in a language; empty when there is none. Plugged in by the application.
using Translate = std::function<std::string_view(std::string_view code, std::string_view language)>;

// Of the languages that the desk speaks, the one that the caller likes best; English when he speaks none of them.
[[nodiscard]] std::string_view preferred_language(const std::string& accept_language);

// Writes the refusal, if there is one, into the body.
[[nodiscard]] Response spelled_out(Response response, const Request& request, const Translate& translate);

} // namespace amends::http
