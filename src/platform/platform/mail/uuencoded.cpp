// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/uuencoded.h"

#include "platform/mail/ascii.h"
#include "platform/mail/part_name.h"

#include <optional>

namespace amends::mail {

namespace {

// "begin 644 picture.jpg": mode and name.
std::optional<std::string> opened(std::string_view line)
{
    if (!line.starts_with("begin ") || line.size() < 11) return {};
    std::size_t at = 6;
    while (at < line.size() && line[at] >= '0' && line[at] <= '7') ++at;
    if (at - 6 < 3 || at - 6 > 4 || at >= line.size() || line[at] != ' ') return {};
    const auto name = trim(line.substr(at));
    return name.empty() ? std::nullopt : std::optional<std::string>(name);
}

// One line of up to 45 bytes; false when it is none.
bool decode_line(std::string_view line, std::string& out)
{
    const auto value = [](char letter) {
        return (static_cast<unsigned>(static_cast<unsigned char>(letter)) - 32U) & 63U;
    };
    const auto length = value(line.front());
    const auto groups = (length + 2) / 3;
    if (length > 45 || line.size() < 1 + groups * 4 - (groups > 0 ? 3U : 0U) || line.size() > 1 + groups * 4 + 2)
        return false;
    for (const char letter : line)
        if (letter < ' ' || letter > '`') return false;
    std::string padded(line.substr(1));
    padded.resize(groups * 4, ' ');
    std::string bytes;
    for (std::size_t at = 0; at + 4 <= padded.size(); at += 4) {
        const unsigned a = value(padded[at]), b = value(padded[at + 1]), c = value(padded[at + 2]),
                       d = value(padded[at + 3]);
        bytes += static_cast<char>(static_cast<unsigned char>(((a << 2U) | (b >> 4U)) & 255U));
        bytes += static_cast<char>(static_cast<unsigned char>(((b << 4U) | (c >> 2U)) & 255U));
        bytes += static_cast<char>(static_cast<unsigned char>(((c << 6U) | d) & 255U));
    }
    out.append(bytes, 0, length);
    return true;
}

// The index of "end" of the block that begins at `first`, and its bytes.
std::optional<std::size_t> decode(const std::vector<std::string_view>& lines, std::size_t first, std::string& bytes)
{
    for (auto at = first + 1; at < lines.size(); ++at) {
        if (trim(lines[at]) == "end") return at;
        if (lines[at].empty() || lines[at] == "`") continue;
        if (!decode_line(lines[at], bytes)) return {};
    }
    return {};
}

} // namespace

std::string take_uuencoded(std::string text, std::vector<Part>& parts)
{
    if (!text.starts_with("begin ") && !holds(text, "\nbegin ")) return text;
    const auto lines = lines_of(text);
    std::string kept;
    std::size_t tries = 0;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const auto name = tries < 100 ? opened(lines[at]) : std::nullopt;
        std::string bytes;
        const auto end = name ? decode(lines, at, bytes) : std::nullopt;
        tries += name ? 1U : 0U;
        if (end) {
            const auto label = part_name({.given = *name, .mime = "application/octet-stream"}, parts);
            parts.push_back({.name = label, .mime = "application/octet-stream", .bytes = std::move(bytes)});
            at = *end;
        } else kept.append(lines[at]).append("\n");
    }
    return kept;
}

} // namespace amends::mail
