// SPDX-License-Identifier: Apache-2.0
// libsodium wants to be started once before its random numbers and password hashes are used.
#pragma once

namespace amends::crypto {

void sodium_ready();

} // namespace amends::crypto
