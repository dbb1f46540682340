// SPDX-License-Identifier: Apache-2.0
// A user is a person who works at the desk. Users belong to the installation; what one may do is granted per brand, as
// a role. A user is never deleted, only disabled: cases remember who wrote.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace amends::staff {

enum class Role : std::uint8_t { admin, lead, agent, light_agent, client_guest };
BOOST_DESCRIBE_ENUM(Role, admin, lead, agent, light_agent, client_guest)

struct User {
    UserId id{};
    std::string email{}; // In small letters.
    std::string name{};
    std::string language{};
    std::string zone{};
    std::string password_hash{}; // Empty until an invitation has been accepted: no password fits.
    std::string totp_secret{};   // Sealed.
    std::optional<Instant> totp_confirmed_at{};
    std::optional<Instant> second_factor_put_off_at{};
    std::optional<Instant> disabled_at{};
    Instant created_at{};
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(User, (),
                      (id, email, name, language, zone, password_hash, totp_secret, totp_confirmed_at,
                       second_factor_put_off_at, disabled_at, created_at, version))

// A user as colleagues see him.
struct Member {
    UserId id{};
    std::string name{};
    std::string email{};
    Role role{};
    std::string language{};
    bool disabled{};
    bool second_factor{};
};
BOOST_DESCRIBE_STRUCT(Member, (), (id, name, email, role, language, disabled, second_factor))

struct Who {
    std::int64_t id{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(Who, (), (id, name))

struct InviteUser {
    std::string name{};
    std::string email{};
    Role role{};
    std::string language{};
    std::optional<std::string> zone{};
};
BOOST_DESCRIBE_STRUCT(InviteUser, (), (name, email, role, language, zone))

struct ChangeUser {
    std::optional<std::string> name{};
    std::optional<Role> role{};
    std::optional<bool> disabled{};
};
BOOST_DESCRIBE_STRUCT(ChangeUser, (), (name, role, disabled))

struct ChangeMyself {
    std::optional<std::string> name{};
    std::optional<std::string> language{};
    std::optional<std::string> zone{};
};
BOOST_DESCRIBE_STRUCT(ChangeMyself, (), (name, language, zone))

// The one spelling under which a user is found. Refuses what no mail could reach.
[[nodiscard]] Result<std::string> sign_in_address(std::string_view text);

[[nodiscard]] Result<std::string> shown_name(std::string text);
[[nodiscard]] Result<std::string> spoken_language(std::string text);

} // namespace amends::staff
