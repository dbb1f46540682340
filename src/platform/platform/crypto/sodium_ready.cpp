// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/sodium_ready.h"

#include "base/result.h"

#include <sodium.h>

namespace amends::crypto {

void sodium_ready()
{
    static const int started = sodium_init();
    if (started < 0) throw Failure("libsodium does not start: is there a source of randomness?");
}

} // namespace amends::crypto
