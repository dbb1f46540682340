// SPDX-License-Identifier: Apache-2.0
// The first of two washes of a mail's HTML (spec: security, "HTML of mails"). An allow-list on the tree of a real
// parser, written out anew: nothing that can run, load, submit, frame or cover survives, and nothing is fetched by
// reading. The browser washes once more, by itself alone; the lists of both are kept equal by a test.
#pragma once

#include "platform/mail/html_tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace amends::mail {

struct Washed {
    std::string html{};
    std::vector<std::string>
        content_ids{};      // Of pictures within: <img data-cid="..."> waits for the handle of the part.
    std::size_t remote = 0; // Pictures from elsewhere: <img data-remote="https://...">, to be signed for the proxy.
};

[[nodiscard]] Washed wash(const HtmlTree& html);

[[nodiscard]] std::string_view washed_elements(); // Separated by blanks, in alphabetical order.
[[nodiscard]] std::string_view
washed_attributes(); // As the browser has them; data-cid is replaced before it gets there.

} // namespace amends::mail
