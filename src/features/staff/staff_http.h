// SPDX-License-Identifier: Apache-2.0
// Colleagues, teams, sessions and tokens over HTTP. What needs a cookie is in app/staff_routes.cpp.
#pragma once

#include "brand/brand_store.h"
#include "platform/http/message.h"
#include "platform/json/schema.h"
#include "staff/staff_store.h"

namespace amends::staff {

struct BrandView {
    BrandId id{};
    std::string name{};
    std::string prefix{};
    std::string language{};
    std::string zone{};
};
BOOST_DESCRIBE_STRUCT(BrandView, (), (id, name, prefix, language, zone))

struct Me {
    UserId id{};
    std::string name{};
    std::string email{};
    Role role{};
    std::string language{};
    std::string zone{};
    bool second_factor{};
    bool second_factor_required{};
    BrandView brand{};
    std::vector<Who> teams{};
    std::vector<Who> colleagues{};
    std::vector<Who> all_teams{};
};
BOOST_DESCRIBE_STRUCT(Me, (),
                      (id, name, email, role, language, zone, second_factor, second_factor_required, brand, teams,
                       colleagues, all_teams))

[[nodiscard]] Result<Me> me(const Ports& ports, const brand::BrandStore& brands, UserId id);

[[nodiscard]] http::Response get_me(const Ports& ports, const brand::BrandStore& brands, UserId id);
[[nodiscard]] http::Response patch_me(const Ports& ports, const http::Request& request, UserId id);
[[nodiscard]] http::Response get_sessions(const Ports& ports, UserId id, std::optional<SessionId> current);
[[nodiscard]] http::Response delete_session(const Ports& ports, const http::Request& request, UserId id);
[[nodiscard]] http::Response get_users(const Ports& ports);
[[nodiscard]] http::Response post_user(const Ports& ports, const brand::BrandStore& brands,
                                       const http::Request& request);
[[nodiscard]] http::Response patch_user(const Ports& ports, const http::Request& request);
[[nodiscard]] http::Response post_user_invitation(const Ports& ports, const http::Request& request);
[[nodiscard]] http::Response post_user_reset(const Ports& ports, const http::Request& request);
[[nodiscard]] http::Response get_teams(const Ports& ports);
[[nodiscard]] http::Response post_team(const Ports& ports, const http::Request& request);
[[nodiscard]] http::Response patch_team(const Ports& ports, const http::Request& request);
[[nodiscard]] http::Response get_tokens(const Ports& ports, UserId id);
[[nodiscard]] http::Response post_token(const Ports& ports, const http::Request& request, UserId id);
[[nodiscard]] http::Response delete_token(const Ports& ports, const http::Request& request, UserId id);
[[nodiscard]] http::Response get_invitation(const Ports& ports, const http::Request& request);

// What each of these addresses takes and gives.
[[nodiscard]] json::Shapes shapes();

} // namespace amends::staff
