// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/hash.h"

#include "base/result.h"
#include "platform/crypto/encode.h"

#include <openssl/evp.h>
#include <sodium.h>

namespace amends::crypto {
namespace {

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

} // namespace

// OpenSSL's, because it knows the instructions that processors have for this: a large mail is hashed eight times as
// fast.
struct Sha256::State {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> sum{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Sha256::Sha256() : state_(std::make_unique<State>())
{
    if (EVP_DigestInit_ex(state_->sum.get(), EVP_sha256(), nullptr) != 1) throw Failure("SHA-256 is not to be had");
}

Sha256::~Sha256() = default;
void Sha256::add(std::string_view bytes) { EVP_DigestUpdate(state_->sum.get(), bytes.data(), bytes.size()); }

std::string Sha256::digest()
{
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    EVP_DigestFinal_ex(state_->sum.get(), raw(digest), nullptr);
    return digest;
}

std::string sha256(std::string_view bytes)
{
    Sha256 sum;
    sum.add(bytes);
    return sum.digest();
}

std::string sha256_hex(std::string_view bytes) { return hex(sha256(bytes)); }

std::string hmac_sha256(const Secret& key, std::string_view text)
{
    crypto_auth_hmacsha256_state state{};
    crypto_auth_hmacsha256_init(&state, raw(key.reveal()), key.reveal().size());
    crypto_auth_hmacsha256_update(&state, raw(text), text.size());
    std::string digest(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_final(&state, raw(digest));
    sodium_memzero(&state, sizeof state);
    return digest;
}

std::string hmac_sha256_hex(const Secret& key, std::string_view text) { return hex(hmac_sha256(key, text)); }

bool equal(std::string_view one, std::string_view other)
{
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

} // namespace amends::crypto
