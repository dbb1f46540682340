// SPDX-License-Identifier: Apache-2.0
// Which parts of a mail are its text, and which are attachments.
#pragma once

#include "platform/mail/html_text.h"
#include "platform/mail/inbound.h"
#include "platform/mail/mime.h"

#include <memory>
#include <string>
#include <vector>

namespace amends::mail {

struct Body {
    std::vector<Line> lines{};              // The text, from text/plain where there is any, with the marks of its HTML.
    std::string html{};                     // Of all HTML parts together, in UTF-8, unwashed.
    std::shared_ptr<const HtmlTree> tree{}; // Of all of it, when it had to be parsed for its words.
    std::vector<Part> parts{};
    std::string refused{};
};

[[nodiscard]] Body body_of(Piece& root, const Limits& limits, const Spent& spent);

} // namespace amends::mail
