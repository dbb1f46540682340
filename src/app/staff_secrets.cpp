// SPDX-License-Identifier: Apache-2.0
#include "app/staff_secrets.h"

#include "platform/crypto/encode.h"
#include "platform/crypto/hash.h"
#include "platform/crypto/password.h"
#include "platform/crypto/random.h"
#include "platform/crypto/totp.h"

namespace amends {
namespace {

constexpr std::string_view totp_purpose = "staff.totp";
constexpr std::size_t recovery_bytes = 10; // 80 bits: too many to try, even for a thief of the database.

crypto::Secret opened(const crypto::Keys& keys, std::string_view sealed)
{
    const auto box = crypto::from_base64url(sealed);
    if (!box) throw Failure("a sealed secret is no text of ours");
    return keys.open(totp_purpose, *box);
}

} // namespace

std::string StaffSecrets::token() const { return crypto::random_token(); }

std::string StaffSecrets::recovery_code() const
{
    const auto letters = crypto::base32_lower(crypto::random_bytes(recovery_bytes));
    std::string code; // Put together, not inserted into: g++ 12 sees an overlap in insert() that is not there.
    for (std::size_t at = 0; at < letters.size(); ++at) {
        if (at > 0 && at % 4 == 0) code += '-';
        code += letters[at];
    }
    return code;
}

std::string StaffSecrets::fingerprint(std::string_view token) const { return crypto::sha256_hex(token); }

Result<std::string> StaffSecrets::password_hash(std::string_view password) const
{
    return crypto::hash_password(crypto::Secret(password));
}

bool StaffSecrets::password_matches(std::string_view hash, std::string_view password) const
{
    return crypto::password_matches(hash, crypto::Secret(password));
}

std::string StaffSecrets::new_totp_secret() const
{
    return crypto::base64url(keys_.seal(totp_purpose, crypto::totp_secret()));
}

std::string StaffSecrets::totp_text(std::string_view sealed) const
{
    return std::string(opened(keys_, sealed).reveal());
}

std::string StaffSecrets::totp_uri(std::string_view sealed, std::string_view account) const
{
    return crypto::totp_uri("Amends", account, opened(keys_, sealed));
}

std::optional<std::int64_t> StaffSecrets::totp_step(std::string_view sealed, std::string_view code, Instant now) const
{
    if (sealed.empty()) return std::nullopt;
    return crypto::totp_step_matching(opened(keys_, sealed), code, now);
}

} // namespace amends
