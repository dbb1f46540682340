// SPDX-License-Identifier: Apache-2.0
#include "platform/http/files.h"

#include "platform/crypto/hash.h"

#include <algorithm>

namespace amends::http {
namespace {

// "br;q=0" means no; anything else that names the coding means yes.
bool accepts(std::string_view accepted, std::string_view coding)
{
    while (!accepted.empty()) {
        auto one = accepted.substr(0, accepted.find(','));
        accepted.remove_prefix(std::min(accepted.size(), one.size() + 1));
        while (one.starts_with(' ')) one.remove_prefix(1);
        if (!one.starts_with(coding)) continue;
        const auto rest = one.substr(coding.size());
        if (rest.empty()) return true;
        if (rest[0] != ';' && rest[0] != ' ') continue;
        const auto quality = rest.find("q=");
        return quality == rest.npos || rest.find_first_of("123456789", quality) != rest.npos;
    }
    return false;
}

bool unreserved(char letter)
{
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           letter == '.' || letter == '-' || letter == '_';
}

} // namespace

Response asset_reply(const Asset& asset, const Request& request)
{
    Response response{.type = std::string(asset.type), .fixed = asset.bytes};
    if (asset.immutable) response.headers.emplace_back("Cache-Control", "public, max-age=31536000, immutable");
    else {
        const auto tag = "\"" + crypto::sha256_hex(asset.bytes).substr(0, 32) + "\"";
        response.headers.emplace_back("Cache-Control", "no-cache");
        response.headers.emplace_back("ETag", tag);
        if (request.header("if-none-match").find(tag) != std::string::npos) response.status = 304;
    }
    if (!asset.brotli.empty() || !asset.gzip.empty()) response.headers.emplace_back("Vary", "Accept-Encoding");
    if (response.status == 304) return response;
    const auto& accepted = request.header("accept-encoding");
    if (!asset.brotli.empty() && accepts(accepted, "br")) {
        response.fixed = asset.brotli;
        response.headers.emplace_back("Content-Encoding", "br");
    } else if (!asset.gzip.empty() && accepts(accepted, "gzip")) {
        response.fixed = asset.gzip;
        response.headers.emplace_back("Content-Encoding", "gzip");
    }
    return response;
}

Header download_as(std::string_view file_name)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string plain;
    std::string encoded;
    for (const char letter : file_name) {
        const auto code = static_cast<unsigned char>(letter);
        if (unreserved(letter)) encoded += letter;
        else encoded.append("%").append(1, hex[code >> 4U]).append(1, hex[code & 15U]);
        if (unreserved(letter) || letter == ' ') plain += letter;
        else if ((code & 0xC0U) != 0x80U) plain += '_'; // Once for each character, not for each byte.
    }
    return {"Content-Disposition", "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded};
}

} // namespace amends::http
