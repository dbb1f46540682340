// SPDX-License-Identifier: Apache-2.0
// What the first line and the addresses of a request say, taken apart. Nothing is guessed: what is not clear is
// refused.
#pragma once

#include "base/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amends::http {

// "%D9%81" becomes a letter. Nothing when it is no UTF-8, is cut short, or holds a null.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text);

// "q=a+b&limit=5" by name. A name that comes twice is refused: two readers could take different ones.
[[nodiscard]] Result<std::map<std::string, std::string>> query_parameters(std::string_view query);

// "/api/promises/7" in its parts, each decoded after the slashes were found.
[[nodiscard]] std::optional<std::vector<std::string>> path_segments(std::string_view path);

// The caller's address. X-Forwarded-For is believed from the listed proxies only, and only as far as they wrote it:
// from the right, up to the first address that is no proxy of ours.
[[nodiscard]] std::string caller_address(const std::string& peer, const std::string& forwarded_for,
                                         const std::vector<std::string>& proxies);

} // namespace amends::http
