// SPDX-License-Identifier: Apache-2.0
// Attachments of the time before MIME: "begin 644 name" in the midst of the text.
#pragma once

#include "platform/mail/inbound.h"

#include <string>
#include <vector>

namespace amends::mail {

// Moves them from the text to the parts; what is not well-formed stays text.
[[nodiscard]] std::string take_uuencoded(std::string text, std::vector<Part>& parts);

} // namespace amends::mail
