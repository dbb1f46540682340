// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "staff/session.h"
#include "staff/team.h"
#include "staff/user.h"
#include "timeline/event_log.h"

#include <vector>

namespace amends::staff {

// Users and what they are in one brand.
struct UserStore {
    virtual ~UserStore() = default;
    virtual void add(const User& user, Role role) = 0;
    [[nodiscard]] virtual std::optional<User> find(UserId id) const = 0;
    [[nodiscard]] virtual std::optional<User> with_email(std::string_view email) const = 0;
    [[nodiscard]] virtual bool any() const = 0;
    // False when somebody else was faster; the version grows by one.
    [[nodiscard]] virtual bool change(const User& from, const User& to) = 0;
    // False when this step or a later one has opened before: a code opens once.
    [[nodiscard]] virtual bool use_code(UserId id, std::int64_t step) = 0;

    [[nodiscard]] virtual std::optional<Role> role(UserId id) const = 0;
    virtual void grant(UserId id, Role role) = 0;
    [[nodiscard]] virtual std::vector<Member> members() const = 0; // By name.
    // Whoever counts admins next waits until this transaction has ended.
    virtual void keep_roles_still() = 0;

    virtual void set_recovery_codes(UserId id, const std::vector<std::string>& hashes) = 0;
    [[nodiscard]] virtual bool use_recovery_code(UserId id, std::string_view hash, Instant now) = 0;
};

struct SessionStore {
    virtual ~SessionStore() = default;
    virtual void add(const Session& session) = 0;
    virtual void change(const Session& session) = 0; // Its key, its second factor and its times.
    [[nodiscard]] virtual std::optional<Session> find(SessionId id) const = 0;
    [[nodiscard]] virtual std::vector<Session> of_user(UserId id) const = 0; // Not ended, the newest first.
    [[nodiscard]] virtual bool known_from(UserId id, std::string_view address) const = 0;
    [[nodiscard]] virtual std::optional<Recognised> recognise(std::string_view hash) const = 0;
    [[nodiscard]] virtual std::optional<Recognised> recognise(SessionId id) const = 0;
    virtual void seen(SessionId id, Instant at) = 0;
    virtual void end(SessionId id, Instant at) = 0;
    virtual void end_all_but(UserId user, std::optional<SessionId> kept, Instant at) = 0;
};

enum class InvitationKind : std::uint8_t { invite, reset };
BOOST_DESCRIBE_ENUM(InvitationKind, invite, reset)

struct Invitation {
    std::string hash{};
    UserId user_id{};
    InvitationKind kind{};
    Instant expires_at{};
    std::optional<Instant> used_at{};
};
BOOST_DESCRIBE_STRUCT(Invitation, (), (hash, user_id, kind, expires_at, used_at))

struct InvitationStore {
    virtual ~InvitationStore() = default;
    virtual void add(const Invitation& invitation) = 0; // Earlier ones of the same user open nothing from now on.
    [[nodiscard]] virtual std::optional<Invitation> find(std::string_view hash) const = 0;
    [[nodiscard]] virtual bool use(std::string_view hash, Instant now) = 0; // False when used or too old.
};

struct TokenStore {
    virtual ~TokenStore() = default;
    virtual void add(const ApiToken& token) = 0;
    [[nodiscard]] virtual std::vector<TokenView> of_user(UserId id) const = 0; // Not revoked.
    [[nodiscard]] virtual bool revoke(UserId owner, TokenId id, Instant now) = 0;
    [[nodiscard]] virtual std::optional<Recognised> recognise(std::string_view hash) const = 0;
    [[nodiscard]] virtual std::optional<Recognised> recognise(TokenId id) const = 0;
    virtual void used(TokenId id, Instant at) = 0;
};

struct TeamStore {
    virtual ~TeamStore() = default;
    virtual void add(const Team& team) = 0;
    virtual void change(const Team& team) = 0;
    [[nodiscard]] virtual std::optional<Team> find(TeamId id) const = 0;
    [[nodiscard]] virtual std::vector<Team> all() const = 0; // By name.
    [[nodiscard]] virtual std::vector<Who> of_user(UserId id) const = 0;
};

// Tries at a door, by whoever knocks.
struct AttemptStore {
    virtual ~AttemptStore() = default;
    virtual void add(std::string_view door, std::string_view key, Instant at) = 0;
    [[nodiscard]] virtual std::int64_t count(std::string_view door, std::string_view key, Instant since) const = 0;
    virtual void forget(std::string_view door, std::string_view key) = 0;
    virtual void forget_before(std::string_view door, Instant at) = 0;
};

// Port to what makes and checks secrets; no key and no algorithm is named in the domain.
struct Secrets {
    virtual ~Secrets() = default;
    [[nodiscard]] virtual std::string token() const = 0; // 256 bits that fit into a link.
    [[nodiscard]] virtual std::string recovery_code() const = 0;
    [[nodiscard]] virtual std::string fingerprint(std::string_view token) const = 0;
    [[nodiscard]] virtual Result<std::string> password_hash(std::string_view password) const = 0;
    // Takes as long for an empty hash, and answers false.
    [[nodiscard]] virtual bool password_matches(std::string_view hash, std::string_view password) const = 0;
    [[nodiscard]] virtual std::string new_totp_secret() const = 0; // Sealed, like those below.
    [[nodiscard]] virtual std::string totp_text(std::string_view sealed) const = 0;
    [[nodiscard]] virtual std::string totp_uri(std::string_view sealed, std::string_view account) const = 0;
    [[nodiscard]] virtual std::optional<std::int64_t> totp_step(std::string_view sealed, std::string_view code,
                                                                Instant now) const = 0;
};

// Everything the staff use cases need from outside.
struct Ports {
    UserStore& users;
    SessionStore& sessions;
    InvitationStore& invitations;
    TokenStore& tokens;
    TeamStore& teams;
    AttemptStore& attempts;
    const Secrets& secrets;
    timeline::EventLog& events;
    Ids& ids;
    const Clock& clock;
    bool reachable; // From other machines: then nobody may do without a second factor.
};

} // namespace amends::staff
