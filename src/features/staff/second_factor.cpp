// SPDX-License-Identifier: Apache-2.0
#include "staff/second_factor.h"

#include <algorithm>

namespace amends::staff {
namespace {

constexpr int recovery_code_count = 10;

std::unexpected<Refusal> changed() { return refuse(Refusal::conflict, "user.changed_meanwhile"); }
std::unexpected<Refusal> missing() { return refuse(Refusal::not_found, "user.not_found"); }

std::string letters_of(std::string code)
{
    std::erase(code, '-');
    return code;
}

} // namespace

Result<NewSecret> begin_second_factor(const Ports& ports, UserId id)
{
    const auto user = ports.users.find(id);
    if (!user) return missing();
    if (user->totp_confirmed_at) return refuse(Refusal::conflict, "second_factor.already_on");
    auto next = *user;
    next.totp_secret = ports.secrets.new_totp_secret();
    if (!ports.users.change(*user, next)) return changed();
    return NewSecret{ports.secrets.totp_text(next.totp_secret), ports.secrets.totp_uri(next.totp_secret, next.email)};
}

Result<Confirmed> confirm_second_factor(const Ports& ports, SessionId session_id, std::string_view code)
{
    const Instant now = ports.clock.now();
    auto session = ports.sessions.find(session_id);
    const auto user = session ? ports.users.find(session->user_id) : std::nullopt;
    if (!user) return missing();
    if (user->totp_confirmed_at) return refuse(Refusal::conflict, "second_factor.already_on");
    if (user->totp_secret.empty()) return refuse(Refusal::conflict, "second_factor.not_begun");
    const auto step = ports.secrets.totp_step(user->totp_secret, code, now);
    if (!step || !ports.users.use_code(user->id, *step)) return refuse(Refusal::invalid, "second_factor.wrong", "code");

    auto next = *user;
    next.totp_confirmed_at = now;
    if (!ports.users.change(*user, next)) return changed();
    Confirmed confirmed{.key = ports.secrets.token()};
    std::vector<std::string> hashes;
    for (int count = 0; count < recovery_code_count; ++count) {
        confirmed.codes.recovery_codes.push_back(ports.secrets.recovery_code());
        hashes.push_back(ports.secrets.fingerprint(letters_of(confirmed.codes.recovery_codes.back())));
    }
    ports.users.set_recovery_codes(user->id, hashes);
    // Whoever has the password only, in another browser, has no place here any more.
    ports.sessions.end_all_but(user->id, session->id, now);
    session->second_factor = SecondFactor::done;
    session->hash = ports.secrets.fingerprint(confirmed.key);
    ports.sessions.change(*session);
    ports.events.append("user.second_factor_on", timeline::about("user", user->id));
    return confirmed;
}

Result<void> put_off_second_factor(const Ports& ports, SessionId session_id)
{
    if (ports.reachable) return refuse(Refusal::forbidden, "second_factor.required");
    auto session = ports.sessions.find(session_id);
    const auto user = session ? ports.users.find(session->user_id) : std::nullopt;
    if (!user) return missing();
    if (user->totp_confirmed_at) return refuse(Refusal::conflict, "second_factor.already_on");
    auto next = *user;
    next.second_factor_put_off_at = ports.clock.now();
    if (!ports.users.change(*user, next)) return changed();
    session->second_factor = SecondFactor::put_off;
    ports.sessions.change(*session);
    return {};
}

} // namespace amends::staff
