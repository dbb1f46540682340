// SPDX-License-Identifier: Apache-2.0
#include "portal/form_token_http.h"

#include "platform/crypto/encode.h"
#include "platform/crypto/hash.h"

#include <charconv>

namespace amends::portal {
namespace {

constexpr auto fastest = std::chrono::seconds(2);
constexpr auto slowest = std::chrono::hours(24);

std::string mac(const crypto::Keys& keys, std::string_view time)
{
    return crypto::base64url(crypto::hmac_sha256(keys.derive("contact.form"), time).substr(0, 16));
}

} // namespace

std::string form_token(const crypto::Keys& keys, Instant shown_at)
{
    const auto time = std::to_string(shown_at.time_since_epoch().count());
    return time + "." + mac(keys, time);
}

bool fresh_form(const crypto::Keys& keys, std::string_view token, Instant now)
{
    const auto point = token.find('.');
    if (point == std::string_view::npos || token.substr(point + 1) != mac(keys, token.substr(0, point))) return false;
    std::int64_t time = 0;
    std::from_chars(token.data(), token.data() + point, time);
    const auto age = now - Instant{Instant::duration{time}};
    return age >= fastest && age <= slowest;
}

} // namespace amends::portal
