// SPDX-License-Identifier: Apache-2.0
// Passwords are kept as Argon2id (19 MiB, two passes): 27 ms of work for us, and as much for each guess of a thief. At
// most two are worked on at once, so that a flood of sign-ins cannot take the machine's memory.
#pragma once

#include "base/result.h"
#include "platform/crypto/secret.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace amends::crypto {

inline constexpr std::size_t longest_password = 1024;

// Refuses more than 1,024 bytes (password.too_long) before any work is done.
[[nodiscard]] Result<std::string> hash_password(const Secret& password);

// Without a stored hash it takes just as long and answers false: the time must not tell who has an account.
[[nodiscard]] bool password_matches(std::string_view stored, const Secret& password);

// How often the work has been done in this process. Where a clock would only guess, this tells whether two questions
// cost the same (T6).
[[nodiscard]] std::uint64_t password_work();

} // namespace amends::crypto
