// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "staff/staff_store.h"

namespace amends::staff {

struct ChangePassword {
    std::string current{};
    std::string password{};
};
BOOST_DESCRIBE_STRUCT(ChangePassword, (), (current, password))

// The hash of the new password. Slow, and therefore done before the transaction begins.
[[nodiscard]] Result<std::string> new_password_hash(const Ports& ports, UserId id, const ChangePassword& wish);

// Ends the user's other sessions: one of them may be the reason for the change. Answers the new key of this one.
[[nodiscard]] Result<std::string> change_password(const Ports& ports, UserId id, std::optional<SessionId> kept,
                                                  std::string hash);

} // namespace amends::staff
