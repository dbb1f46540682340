// SPDX-License-Identifier: Apache-2.0
// The parts of a mail as a tree of plain values: transfer encodings are undone, character sets are not.
#pragma once

#include "platform/mail/fields.h"
#include "platform/mail/header_text.h"
#include "platform/mail/inbound.h"
#include "platform/mail/spent.h"

#include <string>
#include <string_view>
#include <vector>

namespace amends::mail {

struct Piece {
    Fields fields{};
    Parametered type{};        // "text/plain" and its parameters; text/plain when nothing is said.
    Parametered disposition{}; // "attachment", "inline" or empty.
    std::string bytes{};       // Of a leaf; of an attached message its whole source.
    std::vector<Piece> children{};
};

struct Tree {
    Piece root{.type = {.value = "text/plain"}};
    std::string refused{}; // A code when a limit was met; then what was read until then is there.
};

// The header of the mail has been read by fields_of(); this is about its body.
[[nodiscard]] Tree parts_of(const Fields& header, std::string_view bytes, const Limits& limits, const Spent& spent);

} // namespace amends::mail
