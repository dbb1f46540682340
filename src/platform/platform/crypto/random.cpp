// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/random.h"

#include "platform/crypto/encode.h"
#include "platform/crypto/sodium_ready.h"

#include <sodium.h>

namespace amends::crypto {

std::string random_bytes(std::size_t count)
{
    sodium_ready();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string random_token() { return base64url(random_bytes(32)); }

} // namespace amends::crypto
