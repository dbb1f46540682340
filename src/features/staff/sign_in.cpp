// SPDX-License-Identifier: Apache-2.0
#include "staff/sign_in.h"

#include <algorithm>

namespace amends::staff {
namespace {

constexpr std::chrono::minutes window{15};
constexpr std::int64_t most_from_one_place = 10;
constexpr std::int64_t most_from_all_places = 100;
constexpr std::int64_t most_of_one_place = 100; // One place that tries many accounts.
constexpr std::size_t longest_agent = 300;

std::unexpected<Refusal> wrong() { return refuse(Refusal::unauthenticated, "sign_in.wrong"); }
std::unexpected<Refusal> too_many() { return refuse(Refusal::rate_limited, "sign_in.too_many"); }

// Two spellings of one account count together; what is no address at all has tries of its own.
std::string account_of(const SignIn& wish)
{
    const auto address = sign_in_address(wish.email);
    return address ? *address : "";
}

std::string key_of(std::string_view account, std::string_view place)
{
    return std::string(account) + "|" + std::string(place);
}

bool code_opens(const Ports& ports, const User& user, std::string_view code)
{
    const Instant now = ports.clock.now();
    if (const auto step = ports.secrets.totp_step(user.totp_secret, code, now))
        return ports.users.use_code(user.id, *step);
    std::string letters;
    for (const char letter : code)
        if (letter != ' ' && letter != '-')
            letters += static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
    return ports.users.use_recovery_code(user.id, ports.secrets.fingerprint(letters), now);
}

Entry entry_of(const Ports& ports, const User& user)
{
    if (user.totp_confirmed_at) return Entry::done;
    return user.second_factor_put_off_at && !ports.reachable ? Entry::put_off : Entry::setup_needed;
}

SecondFactor second_factor_of(Entry entry)
{
    switch (entry) {
    case Entry::done: return SecondFactor::done;
    case Entry::put_off: return SecondFactor::put_off;
    case Entry::code_needed:
    case Entry::setup_needed: return SecondFactor::setup_needed;
    }
    std::unreachable();
}

void end_the_oldest(const Ports& ports, UserId user)
{
    const auto open = ports.sessions.of_user(user);
    for (std::size_t at = most_sessions - 1; at < open.size(); ++at) ports.sessions.end(open[at].id, ports.clock.now());
}

} // namespace

std::string place_of(std::string_view address)
{
    if (address.find(':') == std::string_view::npos) return std::string(address);
    std::string place; // The first four groups; a "::" before their end stands for zeros.
    std::size_t at = 0;
    for (int group = 0; group < 4; ++group) {
        const auto end = std::min(address.find(':', at), address.size());
        if (end == at) break;
        place.append(address.substr(at, end - at)).append(":");
        at = std::min(end + 1, address.size());
    }
    return place + "/64";
}

Result<void> knock(const Ports& ports, const SignIn& wish, const Visitor& visitor)
{
    const Instant now = ports.clock.now();
    const auto since = now - window;
    const auto account = account_of(wish);
    const auto place = place_of(visitor.address);
    for (const auto* const door : {"sign_in", "sign_in.place", "sign_in.account"})
        ports.attempts.forget_before(door, since);
    if (ports.attempts.count("sign_in", key_of(account, place), since) >= most_from_one_place) return too_many();
    if (ports.attempts.count("sign_in.place", place, since) >= most_of_one_place) return too_many();
    if (ports.attempts.count("sign_in.account", account, since) >= most_from_all_places) {
        const auto user = ports.users.with_email(account);
        if (!user || !ports.sessions.known_from(user->id, visitor.address)) return too_many();
    }
    ports.attempts.add("sign_in", key_of(account, place), now);
    ports.attempts.add("sign_in.place", place, now);
    ports.attempts.add("sign_in.account", account, now);
    return {};
}

Result<void> knock_again(const Ports& ports, UserId id)
{
    const Instant now = ports.clock.now();
    const auto key = std::to_string(static_cast<std::int64_t>(id));
    ports.attempts.forget_before("password", now - window);
    if (ports.attempts.count("password", key, now - window) >= most_from_one_place) return too_many();
    ports.attempts.add("password", key, now);
    return {};
}

Result<User> recognise(const Ports& ports, const SignIn& wish)
{
    const auto user = ports.users.with_email(account_of(wish));
    const bool matches = ports.secrets.password_matches(user ? user->password_hash : "", wish.password);
    if (!matches || !user || user->disabled_at || !ports.users.role(user->id)) return wrong();
    return *user;
}

Result<Entered> let_in(const Ports& ports, const User& recognised, const SignIn& wish, const Visitor& visitor)
{
    // The password was looked at outside this transaction: everything may have changed since.
    const auto user = ports.users.find(recognised.id);
    if (!user || user->disabled_at || user->password_hash != recognised.password_hash) return wrong();
    if (user->totp_confirmed_at) {
        if (!wish.code) return Entered{.entry = Entry::code_needed, .user = user->id};
        if (!code_opens(ports, *user, *wish.code)) return wrong();
    }
    const auto account = account_of(wish);
    ports.attempts.forget("sign_in", key_of(account, place_of(visitor.address)));
    return open_session(ports, *user, user->totp_confirmed_at.has_value(), visitor);
}

Entered open_session(const Ports& ports, const User& user, bool code_given, const Visitor& visitor)
{
    const Instant now = ports.clock.now();
    if (user.totp_confirmed_at && !code_given) return {.entry = Entry::code_needed, .user = user.id};
    if (visitor.before) ports.sessions.end(*visitor.before, now);
    end_the_oldest(ports, user.id);

    const auto entry = entry_of(ports, user);
    auto key = ports.secrets.token();
    const auto id = ports.ids.next<SessionId>();
    ports.sessions.add({.id = id,
                        .hash = ports.secrets.fingerprint(key),
                        .user_id = user.id,
                        .created_at = now,
                        .seen_at = now,
                        .fresh_at = now,
                        .second_factor = second_factor_of(entry),
                        .address = visitor.address,
                        .agent = visitor.agent.substr(0, longest_agent)});
    ports.events.append("session.opened", timeline::about("user", user.id));
    return {.entry = entry, .user = user.id, .key = std::move(key)};
}

} // namespace amends::staff
