// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/secret.h"

#include "platform/crypto/hash.h"

#include <sodium.h>

#include <utility>

namespace amends::crypto {

// Swapped, not moved: a short string that is moved from keeps its bytes.
Secret::Secret(Secret&& other) noexcept { bytes_.swap(other.bytes_); }

Secret& Secret::operator=(const Secret& other)
{
    if (this != &other) *this = Secret(other);
    return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this == &other) return *this;
    wipe();
    bytes_.swap(other.bytes_);
    return *this;
}

Secret::~Secret() { wipe(); }

void Secret::wipe() noexcept
{
    sodium_memzero(bytes_.data(), bytes_.size());
    bytes_.clear();
}

bool operator==(const Secret& one, const Secret& other) { return equal(one.bytes_, other.bytes_); }

} // namespace amends::crypto
