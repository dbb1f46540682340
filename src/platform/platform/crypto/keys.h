// SPDX-License-Identifier: Apache-2.0
// All keys of an installation come from one master key of 32 bytes in a file beside the database, never in it. Each
// purpose ("session", "case.link", "channel.password") has keys of its own, so that what leaks in one place opens
// nothing in another, and each key has a number, so that two may be valid while one replaces the other.
#pragma once

#include "platform/crypto/secret.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace amends::crypto {

class Keys {
public:
    // Makes the file (mode 0400) when it is missing; two who try at once get the same key. Fails when others may read
    // the file or when it is not 32 bytes long: going on would lock us out of everything sealed before.
    [[nodiscard]] static Keys load_or_create(const std::filesystem::path& file);

    explicit Keys(Secret master);

    // 32 bytes. The same purpose and number give the same key for ever.
    [[nodiscard]] Secret derive(std::string_view purpose, std::uint32_t key_id = current_key) const;

    // The box says with which key it was sealed and cannot be altered or read without it.
    [[nodiscard]] std::string seal(std::string_view purpose, const Secret& plain) const;
    // Fails when the box was sealed for another purpose, with another master key, or has been altered.
    [[nodiscard]] Secret open(std::string_view purpose, std::string_view box) const;

    static constexpr std::uint32_t current_key = 1;

private:
    Secret master_;
};

} // namespace amends::crypto
