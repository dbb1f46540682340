// SPDX-License-Identifier: Apache-2.0
// Says when a form was shown, so that one who fills in thousands must wait for each. No secret of ours is in it.
#pragma once

#include "base/time.h"
#include "platform/crypto/keys.h"

#include <optional>
#include <string>
#include <string_view>

namespace amends::portal {

[[nodiscard]] std::string form_token(const crypto::Keys& keys, Instant shown_at);

// Sent too fast for a human, or longer ago than a page stays open, is refused like a token that we did not make.
[[nodiscard]] bool fresh_form(const crypto::Keys& keys, std::string_view token, Instant now);

} // namespace amends::portal
