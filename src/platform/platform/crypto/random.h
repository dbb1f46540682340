// SPDX-License-Identifier: Apache-2.0
// Randomness that nobody can foresee, for keys and for the doors that a token opens.
#pragma once

#include <cstddef>
#include <string>

namespace amends::crypto {

[[nodiscard]] std::string random_bytes(std::size_t count);

// 256 bits in 43 letters that fit into a link.
[[nodiscard]] std::string random_token();

} // namespace amends::crypto
