// SPDX-License-Identifier: Apache-2.0
// Writes a mail (RFC 5322, MIME) that every client reads: text and HTML side by side, files behind them, 7-bit lines.
// Nothing that is given can end a header line or a part: header values are a type that holds no control characters
// (T26), and bodies are encoded.
#pragma once

#include "base/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amends::mail {

// The value of a header: one line of sound UTF-8.
class HeaderText {
public:
    HeaderText() = default;
    // Nothing when there is a control character or a broken letter in it.
    [[nodiscard]] static std::optional<HeaderText> strict(std::string_view text);
    // White space in their place; for what strangers wrote.
    [[nodiscard]] static HeaderText cleaned(std::string_view text);

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }

private:
    explicit HeaderText(std::string text) : text_(std::move(text)) {}

    std::string text_{};
};

struct Mailbox {
    HeaderText name{};
    HeaderText address{};
};

struct Enclosure {
    HeaderText name{};
    HeaderText type{}; // "image/png"
    std::string bytes{};
};

struct Composition {
    Mailbox from{};
    std::vector<Mailbox> to{};
    std::vector<Mailbox> cc{};
    HeaderText reply_to{};
    HeaderText subject{};
    HeaderText message_id{}; // Without angle brackets, as are the next two.
    HeaderText in_reply_to{};
    std::vector<HeaderText> references{};
    Instant date{};
    HeaderText language{};
    bool automatic = false; // Written by a rule: says so, and asks for no automatic answer (RFC 3834).
    std::string text{};
    std::string html{};
    std::vector<Enclosure> files{};
};

// With CR LF at the end of each line.
[[nodiscard]] std::string compose(const Composition& mail);

} // namespace amends::mail
