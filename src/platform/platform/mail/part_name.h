// SPDX-License-Identifier: Apache-2.0
// A name for each attachment: harmless, unlike the others of the mail, and never empty.
#pragma once

#include "platform/mail/inbound.h"

#include <string>
#include <string_view>
#include <vector>

namespace amends::mail {

struct PartFacts {
    std::string given{};
    std::string location{};
    std::string mime{};
    std::string content_id{};
    std::string message_subject{}; // Of an attached mail.
};

[[nodiscard]] std::string part_name(const PartFacts& facts, const std::vector<Part>& others);

} // namespace amends::mail
