// SPDX-License-Identifier: Apache-2.0
// What lets somebody in: sessions, invitations, API tokens, and the tries at doors.
#pragma once

#include "platform/sql/session.h"
#include "staff/staff_store.h"

namespace amends::staff {

class SessionSqlStore final : public SessionStore {
public:
    explicit SessionSqlStore(sql::Session& session) : session_(session) {}
    void add(const Session& session) override;
    void change(const Session& session) override;
    [[nodiscard]] std::optional<Session> find(SessionId id) const override;
    [[nodiscard]] std::vector<Session> of_user(UserId id) const override;
    [[nodiscard]] bool known_from(UserId id, std::string_view address) const override;
    [[nodiscard]] std::optional<Recognised> recognise(std::string_view hash) const override;
    [[nodiscard]] std::optional<Recognised> recognise(SessionId id) const override;
    void seen(SessionId id, Instant at) override;
    void end(SessionId id, Instant at) override;
    void end_all_but(UserId user, std::optional<SessionId> kept, Instant at) override;

private:
    sql::Session& session_;
};

class InvitationSqlStore final : public InvitationStore {
public:
    explicit InvitationSqlStore(sql::Session& session) : session_(session) {}
    void add(const Invitation& invitation) override;
    [[nodiscard]] std::optional<Invitation> find(std::string_view hash) const override;
    [[nodiscard]] bool use(std::string_view hash, Instant now) override;

private:
    sql::Session& session_;
};

class TokenSqlStore final : public TokenStore {
public:
    explicit TokenSqlStore(sql::Session& session) : session_(session) {}
    void add(const ApiToken& token) override;
    [[nodiscard]] std::vector<TokenView> of_user(UserId id) const override;
    [[nodiscard]] bool revoke(UserId owner, TokenId id, Instant now) override;
    [[nodiscard]] std::optional<Recognised> recognise(std::string_view hash) const override;
    [[nodiscard]] std::optional<Recognised> recognise(TokenId id) const override;
    void used(TokenId id, Instant at) override;

private:
    sql::Session& session_;
};

class AttemptSqlStore final : public AttemptStore {
public:
    AttemptSqlStore(sql::Session& session, Ids& ids) : session_(session), ids_(ids) {}
    void add(std::string_view door, std::string_view key, Instant at) override;
    [[nodiscard]] std::int64_t count(std::string_view door, std::string_view key, Instant since) const override;
    void forget(std::string_view door, std::string_view key) override;
    void forget_before(std::string_view door, Instant at) override;

private:
    sql::Session& session_;
    Ids& ids_;
};

} // namespace amends::staff
