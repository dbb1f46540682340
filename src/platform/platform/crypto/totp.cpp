// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/totp.h"

#include "base/result.h"
#include "platform/crypto/encode.h"
#include "platform/crypto/hash.h"
#include "platform/crypto/random.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace amends::crypto {
namespace {

using namespace std::chrono_literals;

// The apps know SHA-1 only; as a keyed hash it is still sound.
std::string hmac_sha1(std::string_view key, std::string_view text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    if (HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(text.data()),
             text.size(), digest.data(), &size) == nullptr)
        throw Failure("openssl refuses HMAC-SHA-1");
    return {reinterpret_cast<const char*>(digest.data()), size};
}

std::string percent_encoded(std::string_view text)
{
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string safe;
    for (const char letter : text) {
        if (plain.find(letter) != std::string_view::npos) safe += letter;
        else safe += fmt::format("%{:02X}", static_cast<unsigned char>(letter));
    }
    return safe;
}

} // namespace

Secret totp_secret() { return Secret(base32(random_bytes(20))); }

std::string totp_uri(std::string_view issuer, std::string_view account, const Secret& secret)
{
    const auto house = percent_encoded(issuer);
    return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}&algorithm=SHA1&digits=6&period=30", house,
                       percent_encoded(account), secret.reveal(), house);
}

std::string totp_code(const Secret& secret, std::int64_t step)
{
    const auto key = from_base32(secret.reveal());
    if (!key) throw Failure("a one-time secret is not base32");
    std::string counter;
    for (int shift = 56; shift >= 0; shift -= 8) counter += static_cast<char>((step >> shift) & 0xff);
    const auto digest = hmac_sha1(*key, counter);
    const auto byte = [&](std::size_t at) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(digest[at]));
    };
    const std::size_t from = byte(digest.size() - 1) & 0x0fU;
    const auto number = (byte(from) & 0x7fU) << 24U | byte(from + 1) << 16U | byte(from + 2) << 8U | byte(from + 3);
    return fmt::format("{:06}", number % 1'000'000);
}

std::optional<std::int64_t> totp_step_matching(const Secret& secret, std::string_view code, Instant now)
{
    std::string digits;
    for (const char letter : code)
        if (letter != ' ') digits += letter;
    const std::int64_t current = std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()) / 30s;
    std::optional<std::int64_t> found;
    for (const std::int64_t step : {current - 1, current, current + 1})
        if (equal(totp_code(secret, step), digits)) found = step;
    return found;
}

} // namespace amends::crypto
