// SPDX-License-Identifier: Apache-2.0
// A user chooses his password himself, by a link that opens once: 72 hours for somebody new, half an hour for somebody
// who has lost his.
#pragma once

#include "staff/sign_in.h"
#include "staff/staff_store.h"

namespace amends::staff {

struct Invited {
    Member user{};
    std::string invitation{}; // "/invitation/TOKEN"; shown once.
};
BOOST_DESCRIBE_STRUCT(Invited, (), (user, invitation))

struct InvitationView {
    std::string name{};
    std::string email{};
};
BOOST_DESCRIBE_STRUCT(InvitationView, (), (name, email))

struct AcceptInvitation {
    std::string password{};
};
BOOST_DESCRIBE_STRUCT(AcceptInvitation, (), (password))

[[nodiscard]] Result<Invited> invite_user(const Ports& ports, InviteUser wish);
// A new link for somebody who is here already; the old ones open nothing any more.
[[nodiscard]] Result<std::string> invite_again(const Ports& ports, UserId id, InvitationKind kind);
// After a lost telephone: takes the second factor off, ends all sessions, and answers a link for a new password.
[[nodiscard]] Result<std::string> reset_user(const Ports& ports, UserId id);

[[nodiscard]] Result<User> invited_user(const Ports& ports, std::string_view token);
// Slow, and therefore done before the transaction begins.
[[nodiscard]] Result<std::string> invited_password_hash(const Ports& ports, std::string_view token,
                                                        std::string_view password);
[[nodiscard]] Result<Entered> accept_invitation(const Ports& ports, std::string_view token, std::string hash,
                                                const Visitor& visitor);

} // namespace amends::staff
