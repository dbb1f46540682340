// SPDX-License-Identifier: Apache-2.0
// A key for programs. It acts for the user who made it, and never beyond what he may at that moment.
#pragma once

#include "staff/staff_store.h"

namespace amends::staff {

inline constexpr std::string_view token_prefix = "amends_"; // So that scanners for leaked secrets know it.

struct MakeToken {
    std::string name{};
    Scope scope{};
};
BOOST_DESCRIBE_STRUCT(MakeToken, (), (name, scope))

struct MadeToken {
    TokenId id{};
    std::string token{}; // Shown once.
};
BOOST_DESCRIBE_STRUCT(MadeToken, (), (id, token))

[[nodiscard]] Result<MadeToken> make_token(const Ports& ports, UserId owner, const MakeToken& wish);
[[nodiscard]] Result<void> revoke_token(const Ports& ports, UserId owner, TokenId id);

} // namespace amends::staff
