// SPDX-License-Identifier: Apache-2.0
#include "staff/change_user.h"

#include <algorithm>

namespace amends::staff {
namespace {

std::unexpected<Refusal> missing() { return refuse(Refusal::not_found, "user.not_found"); }
std::unexpected<Refusal> changed() { return refuse(Refusal::conflict, "user.changed_meanwhile"); }

bool only_admin(const std::vector<Member>& members, UserId id)
{
    return std::ranges::none_of(
        members, [&](const Member& other) { return other.id != id && other.role == Role::admin && !other.disabled; });
}

Member shown(const User& user, Role role)
{
    return {user.id,
            user.name,
            user.email,
            role,
            user.language,
            user.disabled_at.has_value(),
            user.totp_confirmed_at.has_value()};
}

} // namespace

Result<Member> change_user(const Ports& ports, UserId id, const ChangeUser& wish)
{
    const Instant now = ports.clock.now();
    ports.users.keep_roles_still();
    const auto user = ports.users.find(id);
    const auto role = ports.users.role(id);
    if (!user || !role) return missing();

    auto next = *user;
    const auto next_role = wish.role.value_or(*role);
    if (wish.name) {
        AMENDS_TRY(auto name, shown_name(*wish.name));
        next.name = std::move(name);
    }
    if (wish.disabled && *wish.disabled != user->disabled_at.has_value())
        next.disabled_at = *wish.disabled ? std::optional(now) : std::nullopt;
    const bool leaves = *role == Role::admin && !user->disabled_at && (next_role != Role::admin || next.disabled_at);
    if (leaves && only_admin(ports.users.members(), id)) return refuse(Refusal::conflict, "user.last_admin");

    if (!ports.users.change(*user, next)) return changed();
    if (next_role != *role) ports.users.grant(id, next_role);
    if (next_role != *role || next.disabled_at) ports.sessions.end_all_but(id, std::nullopt, now);
    if (next_role != *role) ports.events.append("user.role_changed", timeline::about("user", id));
    if (next.disabled_at != user->disabled_at)
        ports.events.append(next.disabled_at ? "user.disabled" : "user.enabled", timeline::about("user", id));
    return shown(next, next_role);
}

Result<void> change_myself(const Ports& ports, UserId id, const ChangeMyself& wish)
{
    const auto user = ports.users.find(id);
    if (!user) return missing();
    auto next = *user;
    if (wish.name) {
        AMENDS_TRY(auto name, shown_name(*wish.name));
        next.name = std::move(name);
    }
    if (wish.language) {
        AMENDS_TRY(auto language, spoken_language(*wish.language));
        next.language = std::move(language);
    }
    if (wish.zone) next.zone = *wish.zone;
    if (!ports.users.change(*user, next)) return changed();
    return {};
}

} // namespace amends::staff
