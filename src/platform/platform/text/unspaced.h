// SPDX-License-Identifier: Apache-2.0
// Words of scripts that write none apart (Chinese, Japanese, Thai, Lao, Khmer, Burmese), found with ICU's dictionaries.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace amends::text {

// Where each word begins and ends, in bytes.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> cut_unspaced(std::string_view text);

} // namespace amends::text
