// SPDX-License-Identifier: Apache-2.0
// A session is one browser of a signed-in user. Its key is known to that browser alone; we keep a fingerprint. It ends
// after eight hours in which no person did anything, and after a week in any case.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/time.h"
#include "staff/user.h"

#include <optional>
#include <string>

namespace amends::staff {

enum class SecondFactor : std::uint8_t { done, setup_needed, put_off };
BOOST_DESCRIBE_ENUM(SecondFactor, done, setup_needed, put_off)

struct Session {
    SessionId id{};
    std::string hash{};
    UserId user_id{};
    Instant created_at{};
    Instant seen_at{};  // Of the person's last act, give or take a minute.
    Instant fresh_at{}; // When the password was last given.
    SecondFactor second_factor{};
    std::string address{};
    std::string agent{};
    std::optional<Instant> ended_at{};
};
BOOST_DESCRIBE_STRUCT(Session, (),
                      (id, hash, user_id, created_at, seen_at, fresh_at, second_factor, address, agent, ended_at))

struct SessionView {
    SessionId id{};
    Instant created_at{};
    Instant seen_at{};
    std::string address{};
    std::string agent{};
    bool current{};
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (id, created_at, seen_at, address, agent, current))

enum class Scope : std::uint8_t { read, write, admin };
BOOST_DESCRIBE_ENUM(Scope, read, write, admin)

struct ApiToken {
    TokenId id{};
    std::string hash{};
    UserId user_id{};
    std::string name{};
    Scope scope{};
    Instant created_at{};
    std::optional<Instant> last_used_at{};
    std::optional<Instant> revoked_at{};
};
BOOST_DESCRIBE_STRUCT(ApiToken, (), (id, hash, user_id, name, scope, created_at, last_used_at, revoked_at))

struct TokenView {
    TokenId id{};
    std::string name{};
    Scope scope{};
    Instant created_at{};
    std::optional<Instant> last_used_at{};
};
BOOST_DESCRIBE_STRUCT(TokenView, (), (id, name, scope, created_at, last_used_at))

// Who stands behind a session or a token, as the database says at this moment.
struct Recognised {
    UserId user_id{};
    std::string name{};
    std::string language{};
    std::string zone{};
    std::int64_t version{};
    BrandId brand_id{};
    Role role{};
    std::optional<SessionId> session_id{};
    std::optional<TokenId> token_id{};
    Instant created_at{};
    std::optional<Instant> seen_at{}; // Of a token: last used.
    std::optional<SecondFactor> second_factor{};
    std::optional<Scope> scope{};
    std::optional<Instant> fresh_at{}; // Of a session: when the password was last given.
};
BOOST_DESCRIBE_STRUCT(Recognised, (),
                      (user_id, name, language, zone, version, brand_id, role, session_id, token_id, created_at,
                       seen_at, second_factor, scope, fresh_at))

inline constexpr std::chrono::hours idle_limit{8};
inline constexpr std::chrono::hours longest_session{7 * 24};
// What opens other doors (keys, colleagues, second factors) takes a password that was given within this time: a browser
// left open for a moment is not enough.
inline constexpr std::chrono::minutes fresh_for{10};
inline constexpr std::chrono::minutes seen_grain{1}; // Not every click is worth a write.
inline constexpr std::size_t most_sessions = 10;

[[nodiscard]] inline bool over(Instant created_at, Instant seen_at, Instant now)
{
    return now >= seen_at + idle_limit || now >= created_at + longest_session;
}

} // namespace amends::staff
