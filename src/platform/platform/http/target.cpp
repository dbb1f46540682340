// SPDX-License-Identifier: Apache-2.0
#include "platform/http/target.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <optional>

namespace amends::http {
namespace {

int hex_value(char digit)
{
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

bool continues(std::string_view text, std::size_t at)
{
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

// As strict as PostgreSQL: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const auto next = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : '\0');
        std::size_t more = 0;
        if (lead >= 0x80) more = 1;
        if (lead >= 0xE0) more = 2;
        if (lead >= 0xF0) more = 3;
        if ((lead >= 0x80 && lead < 0xC2) || lead > 0xF4) return false;
        if ((lead == 0xE0 && next < 0xA0) || (lead == 0xED && next >= 0xA0)) return false;
        if ((lead == 0xF0 && next < 0x90) || (lead == 0xF4 && next >= 0x90)) return false;
        for (std::size_t step = 1; step <= more; ++step)
            if (!continues(text, at + step)) return false;
        at += more + 1;
    }
    return true;
}

// One spelling for each address: "::ffff:10.0.0.1" is "10.0.0.1". Nothing when it is no address.
std::optional<std::string> canonical(std::string_view text)
{
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    const std::string address(text);
    std::array<unsigned char, 16> bytes{};
    std::array<char, INET6_ADDRSTRLEN> spelled{};
    if (inet_pton(AF_INET, address.c_str(), bytes.data()) == 1)
        return inet_ntop(AF_INET, bytes.data(), spelled.data(), spelled.size());
    if (inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return std::nullopt;
    if (std::all_of(bytes.begin(), bytes.begin() + 10, [](auto byte) { return byte == 0; }) && bytes[10] == 0xFF &&
        bytes[11] == 0xFF)
        return inet_ntop(AF_INET, bytes.data() + 12, spelled.data(), spelled.size());
    return inet_ntop(AF_INET6, bytes.data(), spelled.data(), spelled.size());
}

bool listed(const std::vector<std::string>& addresses, const std::string& address)
{
    return std::ranges::any_of(addresses, [&](const auto& other) { return canonical(other) == address; });
}

} // namespace

std::optional<std::string> percent_decoded(std::string_view text)
{
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            decoded += text[at];
            continue;
        }
        const int high = at + 1 < text.size() ? hex_value(text[at + 1]) : -1;
        const int low = at + 2 < text.size() ? hex_value(text[at + 2]) : -1;
        if (high < 0 || low < 0) return std::nullopt;
        decoded += static_cast<char>(high * 16 + low);
        at += 2;
    }
    if (decoded.find('\0') != decoded.npos || !is_utf8(decoded)) return std::nullopt;
    return decoded;
}

Result<std::map<std::string, std::string>> query_parameters(std::string_view query)
{
    std::map<std::string, std::string> parameters;
    while (!query.empty()) {
        std::string pair(query.substr(0, query.find('&')));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        if (pair.empty()) continue;
        std::ranges::replace(pair, '+', ' ');
        const auto equals = std::min(pair.find('='), pair.size());
        const auto name = percent_decoded(std::string_view(pair).substr(0, equals));
        const auto value = percent_decoded(std::string_view(pair).substr(std::min(equals + 1, pair.size())));
        if (!name || !value) return refuse(Refusal::invalid, "request.query_malformed");
        if (!parameters.emplace(*name, *value).second)
            return refuse(Refusal::invalid, "request.parameter_repeated", *name);
    }
    return parameters;
}

std::optional<std::vector<std::string>> path_segments(std::string_view path)
{
    std::vector<std::string> segments;
    while (!path.empty()) {
        path.remove_prefix(1); // The slash.
        const auto segment = path.substr(0, path.find('/'));
        auto decoded = percent_decoded(segment);
        if (!decoded) return std::nullopt;
        segments.push_back(*std::move(decoded));
        path.remove_prefix(segment.size());
    }
    return segments;
}

std::string caller_address(const std::string& peer, const std::string& forwarded_for,
                           const std::vector<std::string>& proxies)
{
    std::string address = canonical(peer).value_or(peer);
    for (std::string_view rest = forwarded_for; !rest.empty() && listed(proxies, address);) {
        const auto comma = rest.rfind(',');
        const auto before = canonical(comma == rest.npos ? rest : rest.substr(comma + 1));
        if (!before) break;
        address = *before;
        rest = comma == rest.npos ? std::string_view{} : rest.substr(0, comma);
    }
    return address;
}

} // namespace amends::http
