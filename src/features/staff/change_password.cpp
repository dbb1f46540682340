// SPDX-License-Identifier: Apache-2.0
#include "staff/change_password.h"

#include "staff/password.h"

namespace amends::staff {

Result<std::string> new_password_hash(const Ports& ports, UserId id, const ChangePassword& wish)
{
    const auto user = ports.users.find(id);
    if (!user) return refuse(Refusal::not_found, "user.not_found");
    if (!ports.secrets.password_matches(user->password_hash, wish.current))
        return refuse(Refusal::invalid, "password.wrong", "current");
    if (const auto fine = acceptable_password(wish.password, user->email, user->name); !fine)
        return std::unexpected(fine.error());
    return ports.secrets.password_hash(wish.password);
}

Result<std::string> change_password(const Ports& ports, UserId id, std::optional<SessionId> kept, std::string hash)
{
    const Instant now = ports.clock.now();
    const auto user = ports.users.find(id);
    if (!user) return refuse(Refusal::not_found, "user.not_found");
    auto next = *user;
    next.password_hash = std::move(hash);
    if (!ports.users.change(*user, next)) return refuse(Refusal::conflict, "user.changed_meanwhile");
    ports.sessions.end_all_but(id, kept, now);
    ports.events.append("user.password_changed", timeline::about("user", id));
    auto session = kept ? ports.sessions.find(*kept) : std::nullopt;
    if (!session) return std::string{};
    auto key = ports.secrets.token();
    session->hash = ports.secrets.fingerprint(key);
    session->fresh_at = now;
    ports.sessions.change(*session);
    return key;
}

} // namespace amends::staff
