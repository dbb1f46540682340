// SPDX-License-Identifier: Apache-2.0
// Fingerprints and signatures. Bytes travel as std::string; digests are 32 bytes unless the name says hex.
#pragma once

#include "platform/crypto/secret.h"

#include <memory>
#include <string>
#include <string_view>

namespace amends::crypto {

[[nodiscard]] std::string sha256(std::string_view bytes);
// 64 small letters and digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

// Of what comes piece by piece, and never lies together in memory.
class Sha256 {
public:
    Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    ~Sha256();
    void add(std::string_view bytes);
    [[nodiscard]] std::string digest(); // 32 bytes.

private:
    struct State;
    std::unique_ptr<State> state_;
};

// Keys of any length, as RFC 2104 has it.
[[nodiscard]] std::string hmac_sha256(const Secret& key, std::string_view text);
[[nodiscard]] std::string hmac_sha256_hex(const Secret& key, std::string_view text);

// For whatever a stranger may guess at: takes the same time wherever the two differ. Lengths are no secret.
[[nodiscard]] bool equal(std::string_view one, std::string_view other);

} // namespace amends::crypto
