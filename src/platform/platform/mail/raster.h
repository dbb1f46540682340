// SPDX-License-Identifier: Apache-2.0
// What kind of picture bytes are, by how they begin and never by what somebody calls them. Only rasters: an SVG is a
// program.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace amends::mail {

struct Raster {
    std::string_view type{}; // "image/png"
    std::uint32_t width{};
    std::uint32_t height{};
};

// Empty for anything but PNG, JPEG, GIF and WebP, and where the size cannot be found.
[[nodiscard]] std::optional<Raster> raster_of(std::string_view bytes);

// Whether it may be shown to a reader as a picture. More than 50 megapixels are a bomb for the memory of his browser,
// however few bytes they come in (T19).
[[nodiscard]] bool showable(std::string_view bytes);

} // namespace amends::mail
