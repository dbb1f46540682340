// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/password.h"

#include "platform/crypto/random.h"
#include "platform/crypto/sodium_ready.h"

#include <sodium.h>

#include <atomic>
#include <semaphore>

namespace amends::crypto {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = 19UL * 1024 * 1024;

std::atomic<std::uint64_t> works = 0;

// Whoever holds one of the two turns may hash.
class Turn {
public:
    Turn()
    {
        turns().acquire();
        ++works;
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn() { turns().release(); }

private:
    static std::counting_semaphore<2>& turns()
    {
        static std::counting_semaphore<2> both(2);
        return both;
    }
};

std::string hashed(std::string_view password)
{
    sodium_ready();
    const Turn turn;
    std::string stored(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str_alg(stored.data(), password.data(), password.size(), passes, memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw Failure("no memory to hash a password");
    stored.resize(stored.find('\0'));
    return stored;
}

} // namespace

Result<std::string> hash_password(const Secret& password)
{
    if (password.reveal().size() > longest_password) return refuse(Refusal::invalid, "password.too_long", "password");
    return hashed(password.reveal());
}

bool password_matches(std::string_view stored, const Secret& password)
{
    static const std::string nobodys = hashed(random_bytes(32));
    const auto text = password.reveal();
    if (text.size() > longest_password) return false;
    const std::string against(stored.empty() ? nobodys : stored);
    const Turn turn;
    return crypto_pwhash_str_verify(against.c_str(), text.data(), text.size()) == 0 && !stored.empty();
}

std::uint64_t password_work() { return works; }

} // namespace amends::crypto
