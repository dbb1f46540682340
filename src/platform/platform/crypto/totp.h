// SPDX-License-Identifier: Apache-2.0
// One-time codes of six digits that change every 30 seconds (RFC 6238, as every authenticator app reads it). Clocks may
// be off by one step either way. A code opens once: remember the step that matched and refuse that step and older ones.
#pragma once

#include "base/time.h"
#include "platform/crypto/secret.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace amends::crypto {

// 160 bits in base32, as people type it into an app that has no camera.
[[nodiscard]] Secret totp_secret();

// What the square code on the screen says: otpauth://totp/…
[[nodiscard]] std::string totp_uri(std::string_view issuer, std::string_view account, const Secret& secret);

[[nodiscard]] std::string totp_code(const Secret& secret, std::int64_t step);

// The step whose code this is, among the current one and its two neighbours; spaces in the code do not count.
[[nodiscard]] std::optional<std::int64_t> totp_step_matching(const Secret& secret, std::string_view code, Instant now);

} // namespace amends::crypto
