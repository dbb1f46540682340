// SPDX-License-Identifier: Apache-2.0
// The web pages that lie inside the program, as cmake/embed_web.cmake put them there. Nothing is read from the disk, so
// an address can never name a file of the machine.
#pragma once

#include <span>
#include <string_view>

namespace amends {

struct Asset {
    std::string_view path{}; // As asked for: /workspace.html, /assets/main-1a2b3c.js
    std::string_view type{};
    std::string_view bytes{};
    std::string_view gzip{};   // Empty where packing gains nothing.
    std::string_view brotli{}; // The same.
    bool immutable{};          // Its name changes with its content, so a browser may keep it for ever.
};

// Sorted by path.
[[nodiscard]] std::span<const Asset> assets();

[[nodiscard]] const Asset* find_asset(std::string_view path);

} // namespace amends
