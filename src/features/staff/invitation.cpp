// SPDX-License-Identifier: Apache-2.0
#include "staff/invitation.h"

#include "staff/password.h"

namespace amends::staff {
namespace {

constexpr std::chrono::hours time_to_join{72};
constexpr std::chrono::minutes time_to_reset{30};

std::unexpected<Refusal> gone() { return refuse(Refusal::not_found, "invitation.gone"); }

std::string link_for(const Ports& ports, UserId id, InvitationKind kind)
{
    const Instant now = ports.clock.now();
    const auto token = ports.secrets.token();
    ports.invitations.add({.hash = ports.secrets.fingerprint(token),
                           .user_id = id,
                           .kind = kind,
                           .expires_at = now + (kind == InvitationKind::invite ? time_to_join : time_to_reset)});
    return "/invitation/" + token;
}

} // namespace

Result<Invited> invite_user(const Ports& ports, InviteUser wish)
{
    AMENDS_TRY(const auto email, sign_in_address(wish.email));
    AMENDS_TRY(const auto name, shown_name(std::move(wish.name)));
    AMENDS_TRY(const auto language, spoken_language(std::move(wish.language)));
    if (ports.users.with_email(email)) return refuse(Refusal::conflict, "user.email_taken", "email");
    const User user{.id = ports.ids.next<UserId>(),
                    .email = email,
                    .name = name,
                    .language = language,
                    .zone = wish.zone.value_or("UTC"),
                    .created_at = ports.clock.now(),
                    .version = 1};
    ports.users.add(user, wish.role);
    ports.events.append("user.invited", timeline::about("user", user.id));
    return Invited{{user.id, name, email, wish.role, language, false, false},
                   link_for(ports, user.id, InvitationKind::invite)};
}

Result<std::string> invite_again(const Ports& ports, UserId id, InvitationKind kind)
{
    const auto user = ports.users.find(id);
    if (!user || user->disabled_at || !ports.users.role(id)) return refuse(Refusal::not_found, "user.not_found");
    ports.events.append("user.invited", timeline::about("user", id));
    return link_for(ports, id, kind);
}

Result<std::string> reset_user(const Ports& ports, UserId id)
{
    const auto user = ports.users.find(id);
    if (!user || user->disabled_at) return refuse(Refusal::not_found, "user.not_found");
    auto next = *user;
    next.password_hash.clear();
    next.totp_secret.clear();
    next.totp_confirmed_at.reset();
    if (!ports.users.change(*user, next)) return refuse(Refusal::conflict, "user.changed_meanwhile");
    ports.users.set_recovery_codes(id, {});
    ports.sessions.end_all_but(id, std::nullopt, ports.clock.now());
    ports.events.append("user.reset", timeline::about("user", id));
    return link_for(ports, id, InvitationKind::reset);
}

Result<User> invited_user(const Ports& ports, std::string_view token)
{
    const auto invitation = ports.invitations.find(ports.secrets.fingerprint(token));
    if (!invitation || invitation->used_at || invitation->expires_at <= ports.clock.now()) return gone();
    const auto user = ports.users.find(invitation->user_id);
    if (!user || user->disabled_at) return gone();
    return *user;
}

Result<std::string> invited_password_hash(const Ports& ports, std::string_view token, std::string_view password)
{
    AMENDS_TRY(const auto user, invited_user(ports, token));
    if (const auto fine = acceptable_password(password, user.email, user.name); !fine)
        return std::unexpected(fine.error());
    return ports.secrets.password_hash(password);
}

Result<Entered> accept_invitation(const Ports& ports, std::string_view token, std::string hash, const Visitor& visitor)
{
    const Instant now = ports.clock.now();
    AMENDS_TRY(const auto user, invited_user(ports, token));
    if (!ports.invitations.use(ports.secrets.fingerprint(token), now)) return gone();
    auto next = user;
    next.password_hash = std::move(hash);
    if (!ports.users.change(user, next)) return refuse(Refusal::conflict, "user.changed_meanwhile");
    ports.sessions.end_all_but(user.id, std::nullopt, now);
    ports.events.append("user.joined", timeline::about("user", user.id));
    return open_session(ports, next, false, visitor);
}

} // namespace amends::staff
