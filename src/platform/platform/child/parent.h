// SPDX-License-Identifier: Apache-2.0
// The child's end of the socket to the process that started it; it lies where the input of a program lies.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace amends::child {

// False when the parent is gone, or has no more to say.
[[nodiscard]] bool hear(char* bytes, std::size_t count);
[[nodiscard]] bool tell(std::span<const std::string_view> bytes);

} // namespace amends::child
