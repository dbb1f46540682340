// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/raster.h"

namespace amends::mail {
namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t most_pixels = 50'000'000;

enum class Order : std::uint8_t { big, little };

// Zero where the bytes end before.
std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size, Order order)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; at + size <= bytes.size() && i < size; ++i) {
        const auto from = order == Order::big ? at + i : at + size - 1 - i;
        value = (value << 8U) | static_cast<unsigned char>(bytes[from]);
    }
    return value;
}

Raster png(std::string_view bytes)
{
    return {"image/png", number(bytes, 16, 4, Order::big), number(bytes, 20, 4, Order::big)};
}

Raster gif(std::string_view bytes)
{
    return {"image/gif", number(bytes, 6, 2, Order::little), number(bytes, 8, 2, Order::little)};
}

// Segment after segment up to the one that begins the frame (SOF, ITU-T T.81 B.2.2).
Raster jpeg(std::string_view bytes)
{
    for (std::size_t at = 2; at + 9 < bytes.size() && bytes[at] == '\xff';) {
        const auto marker = static_cast<unsigned char>(bytes[at + 1]);
        const bool frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame) return {"image/jpeg", number(bytes, at + 7, 2, Order::big), number(bytes, at + 5, 2, Order::big)};
        at += marker == 0xff ? 1 : 2 + number(bytes, at + 2, 2, Order::big);
    }
    return {"image/jpeg", 0, 0};
}

// RFC 9649: extended, lossless, lossy.
Raster webp(std::string_view bytes)
{
    const auto chunk = bytes.substr(12, 4);
    if (chunk == "VP8X")
        return {"image/webp", number(bytes, 24, 3, Order::little) + 1, number(bytes, 27, 3, Order::little) + 1};
    if (chunk == "VP8L") {
        const auto bits = number(bytes, 21, 4, Order::little);
        return {"image/webp", (bits & 0x3fffU) + 1, ((bits >> 14U) & 0x3fffU) + 1};
    }
    const auto side = [&](std::size_t at) { return number(bytes, at, 2, Order::little) & 0x3fffU; };
    return {"image/webp", chunk == "VP8 " ? side(26) : 0, chunk == "VP8 " ? side(28) : 0};
}

Raster begun(std::string_view bytes)
{
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return png(bytes);
    if (bytes.starts_with("GIF87a"sv) || bytes.starts_with("GIF89a"sv)) return gif(bytes);
    if (bytes.starts_with("\xff\xd8\xff"sv)) return jpeg(bytes);
    if (bytes.starts_with("RIFF"sv) && bytes.size() > 30 && bytes.substr(8, 4) == "WEBP") return webp(bytes);
    return {};
}

} // namespace

std::optional<Raster> raster_of(std::string_view bytes)
{
    const auto found = begun(bytes);
    if (found.width == 0 || found.height == 0) return std::nullopt;
    return found;
}

bool showable(std::string_view bytes)
{
    const auto raster = raster_of(bytes);
    return raster && std::uint64_t{raster->width} * raster->height <= most_pixels;
}

} // namespace amends::mail
