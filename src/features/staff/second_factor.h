// SPDX-License-Identifier: Apache-2.0
// A code from the user's telephone beside the password. Asked for at the first sign-in; on a desk that only its own
// machine can reach it may be put off.
#pragma once

#include "staff/staff_store.h"

namespace amends::staff {

struct NewSecret {
    std::string secret{};
    std::string uri{};
};
BOOST_DESCRIBE_STRUCT(NewSecret, (), (secret, uri))

struct RecoveryCodes {
    std::vector<std::string> recovery_codes{};
};
BOOST_DESCRIBE_STRUCT(RecoveryCodes, (), (recovery_codes))

struct Confirmed {
    RecoveryCodes codes{};
    std::string key{}; // The session has more rights than before, and a new key with them.
};

[[nodiscard]] Result<NewSecret> begin_second_factor(const Ports& ports, UserId id);
// Shows the recovery codes, once.
[[nodiscard]] Result<Confirmed> confirm_second_factor(const Ports& ports, SessionId session, std::string_view code);
[[nodiscard]] Result<void> put_off_second_factor(const Ports& ports, SessionId session);

} // namespace amends::staff
