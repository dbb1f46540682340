// SPDX-License-Identifier: Apache-2.0
// What a customer may do on the page.
#pragma once

#include "portal/portal_ports.h"

namespace amends::portal {

// "I wrote this." The link was in a mail of ours, so whoever holds it reads that mailbox: the address is proven. A link
// that a form has shown proves nothing.
[[nodiscard]] Result<void> say_mine(const Ports& ports, const Visitor& visitor);

// "This was not me." Nothing is sent to that address any more, and the case is marked.
[[nodiscard]] Result<void> say_not_mine(const Ports& ports, const Visitor& visitor);

struct WriteOnPage {
    std::string text{};
    std::vector<AttachmentId> attachments{}; // Uploaded through this very link.
};
BOOST_DESCRIBE_STRUCT(WriteOnPage, (), (text, attachments))

// Becomes a message of the case, as if it had come by mail: it ends a wait and reopens what may be reopened.
[[nodiscard]] Result<void> write_on_page(const Ports& ports, const Visitor& visitor, const WriteOnPage& wish);

[[nodiscard]] Result<void> say_solved(const Ports& ports, const Visitor& visitor);
// With words, they are a message; without, the case comes back all the same.
[[nodiscard]] Result<void> say_unsolved(const Ports& ports, const Visitor& visitor, const std::string& words);

inline constexpr std::size_t longest_text = 100'000;

} // namespace amends::portal
