// SPDX-License-Identifier: Apache-2.0
#include "staff/staff_http.h"

#include "platform/calendar/zone.h"
#include "platform/json/read.h"
#include "staff/api_token.h"
#include "staff/change_password.h"
#include "staff/change_team.h"
#include "staff/change_user.h"
#include "staff/invitation.h"
#include "staff/second_factor.h"

namespace amends::staff {
namespace {

template <class T>
http::Response listed(const std::vector<T>& items)
{
    return {200, R"({"items":)" + json::text_of(items) + R"(,"next":null})"};
}

http::Response done(const Result<void>& result) { return result ? http::Response{204} : http::refused(result.error()); }

struct Link {
    std::string invitation{};
};
BOOST_DESCRIBE_STRUCT(Link, (), (invitation))

http::Response linked(const Result<std::string>& link)
{
    if (!link) return http::refused(link.error());
    return {201, json::text_of(Link{*link})};
}

} // namespace

Result<Me> me(const Ports& ports, const brand::BrandStore& brands, UserId id)
{
    const auto user = ports.users.find(id);
    const auto role = ports.users.role(id);
    if (!user || !role) return refuse(Refusal::not_found, "user.not_found");
    const auto& brand = brands.brand();
    Me shown{.id = id,
             .name = user->name,
             .email = user->email,
             .role = *role,
             .language = user->language,
             .zone = user->zone,
             .second_factor = user->totp_confirmed_at.has_value(),
             .second_factor_required = ports.reachable,
             .brand = {brand.id, brand.name, brand.prefix, brand.language, brand.zone},
             .teams = ports.teams.of_user(id)};
    if (*role == Role::client_guest) return shown; // Who works here is none of his business.
    for (const Member& member : ports.users.members())
        if (!member.disabled && member.id != id && member.role != Role::client_guest)
            shown.colleagues.push_back({static_cast<std::int64_t>(member.id), member.name});
    for (const Team& team : ports.teams.all())
        shown.all_teams.push_back({static_cast<std::int64_t>(team.id), team.name});
    return shown;
}

http::Response get_me(const Ports& ports, const brand::BrandStore& brands, UserId id)
{
    return http::reply(200, me(ports, brands, id));
}

http::Response patch_me(const Ports& ports, const http::Request& request, UserId id)
{
    const auto wish = json::parse<ChangeMyself>(request.body);
    if (!wish) return http::refused(wish.error());
    if (const auto& zone = wish->zone; zone && !calendar::known_zone(*zone))
        return http::refused({Refusal::invalid, "user.zone_unknown", "zone"});

    return done(change_myself(ports, id, *wish));
}

http::Response get_sessions(const Ports& ports, UserId id, std::optional<SessionId> current)
{
    std::vector<SessionView> views;
    for (const Session& session : ports.sessions.of_user(id))
        if (!over(session.created_at, session.seen_at, ports.clock.now()))
            views.push_back({session.id, session.created_at, session.seen_at, session.address, session.agent,
                             session.id == current});
    return listed(views);
}

http::Response delete_session(const Ports& ports, const http::Request& request, UserId id)
{
    const auto session_id = request.id<SessionId>("id");
    if (!session_id) return http::refused(session_id.error());
    const auto session = ports.sessions.find(*session_id);
    if (!session || session->user_id != id || session->ended_at)
        return http::refused({Refusal::not_found, "session.not_found"});

    ports.sessions.end(*session_id, ports.clock.now());
    return {204};
}

http::Response get_users(const Ports& ports) { return listed(ports.users.members()); }

http::Response post_user(const Ports& ports, const brand::BrandStore& brands, const http::Request& request)
{
    auto wish = json::parse<InviteUser>(request.body);
    if (!wish) return http::refused(wish.error());
    const auto zone = wish->zone.value_or(brands.brand().zone);
    wish->zone = zone;
    if (!calendar::known_zone(zone)) return http::refused({Refusal::invalid, "user.zone_unknown", "zone"});

    return http::reply(201, invite_user(ports, *std::move(wish)));
}

http::Response patch_user(const Ports& ports, const http::Request& request)
{
    const auto id = request.id<UserId>("id");
    if (!id) return http::refused(id.error());
    const auto wish = json::parse<ChangeUser>(request.body);
    if (!wish) return http::refused(wish.error());

    return http::reply(200, change_user(ports, *id, *wish));
}

http::Response post_user_invitation(const Ports& ports, const http::Request& request)
{
    const auto id = request.id<UserId>("id");
    if (!id) return http::refused(id.error());
    return linked(invite_again(ports, *id, InvitationKind::invite));
}

http::Response post_user_reset(const Ports& ports, const http::Request& request)
{
    const auto id = request.id<UserId>("id");
    if (!id) return http::refused(id.error());
    if (!ports.users.role(*id)) return http::refused({Refusal::not_found, "user.not_found"});
    return linked(reset_user(ports, *id));
}

http::Response get_teams(const Ports& ports) { return listed(ports.teams.all()); }

http::Response post_team(const Ports& ports, const http::Request& request)
{
    auto wish = json::parse<MakeTeam>(request.body);
    if (!wish) return http::refused(wish.error());

    return http::reply(201, make_team(ports, *std::move(wish)));
}

http::Response patch_team(const Ports& ports, const http::Request& request)
{
    const auto id = request.id<TeamId>("id");
    if (!id) return http::refused(id.error());
    auto wish = json::parse<ChangeTeam>(request.body);
    if (!wish) return http::refused(wish.error());

    return http::reply(200, change_team(ports, *id, *std::move(wish)));
}

http::Response get_tokens(const Ports& ports, UserId id) { return listed(ports.tokens.of_user(id)); }

http::Response post_token(const Ports& ports, const http::Request& request, UserId id)
{
    const auto wish = json::parse<MakeToken>(request.body);
    if (!wish) return http::refused(wish.error());

    return http::reply(201, make_token(ports, id, *wish));
}

http::Response delete_token(const Ports& ports, const http::Request& request, UserId id)
{
    const auto token = request.id<TokenId>("id");
    if (!token) return http::refused(token.error());
    return done(revoke_token(ports, id, *token));
}

http::Response get_invitation(const Ports& ports, const http::Request& request)
{
    const auto user = invited_user(ports, request.in_path.at("token"));
    if (!user) return http::refused(user.error());
    return {200, json::text_of(InvitationView{user->name, user->email})};
}

json::Shapes shapes()
{
    using namespace json;
    return {
        shape<Nothing, Me>("GET /api/v1/me"),
        shape<ChangeMyself, Me>("PATCH /api/v1/me"),
        shape<ChangePassword, Nothing>("POST /api/v1/me/password"),
        shape<Nothing, NewSecret>("POST /api/v1/me/second-factor"),
        shape<Nothing, Nothing>("POST /api/v1/me/second-factor/put-off"),
        shape<Nothing, ListOf<SessionView>>("GET /api/v1/sessions"),
        shape<Nothing, Nothing>("DELETE /api/v1/sessions/{id}"),
        shape<Nothing, ListOf<Member>>("GET /api/v1/users"),
        makes<InviteUser, Invited>("POST /api/v1/users"),
        shape<ChangeUser, Member>("PATCH /api/v1/users/{id}"),
        makes<Nothing, Link>("POST /api/v1/users/{id}/invitation"),
        makes<Nothing, Link>("POST /api/v1/users/{id}/reset"),
        shape<Nothing, ListOf<Team>>("GET /api/v1/teams"),
        makes<MakeTeam, Team>("POST /api/v1/teams"),
        shape<ChangeTeam, Team>("PATCH /api/v1/teams/{id}"),
        shape<Nothing, ListOf<TokenView>>("GET /api/v1/tokens"),
        makes<MakeToken, MadeToken>("POST /api/v1/tokens"),
        shape<Nothing, Nothing>("DELETE /api/v1/tokens/{id}"),
        shape<Nothing, InvitationView>("GET /api/v1/invitations/{token}"),
        shape<Nothing, Nothing>("POST /api/v1/sign-out"),
    };
}

} // namespace amends::staff
