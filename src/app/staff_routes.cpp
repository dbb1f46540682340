// SPDX-License-Identifier: Apache-2.0
#include "app/staff_routes.h"

#include "app/repeats.h"
#include "app/set_up_desk.h"
#include "app/staff_desk.h"
#include "app/workload_routes.h"
#include "platform/json/read.h"
#include "staff/change_password.h"
#include "staff/invitation.h"
#include "staff/second_factor.h"
#include "staff/sign_in.h"
#include "staff/staff_http.h"

#include <fmt/format.h>

namespace amends {
namespace {

constexpr BrandId first_brand{1}; // Of who is not known yet.

using StaffAnswer = std::function<http::Response(StaffDesk&, const http::Request&, const Viewer&)>;

struct SignedIn {
    std::optional<staff::Me> me{};
    staff::Entry second_factor{};
};
BOOST_DESCRIBE_STRUCT(SignedIn, (), (me, second_factor))

struct SetUpState {
    bool needed{};
    bool token_needed{};
};
BOOST_DESCRIBE_STRUCT(SetUpState, (), (needed, token_needed))

struct Code {
    std::string code{};
};
BOOST_DESCRIBE_STRUCT(Code, (), (code))

// What the routes of this file share.
struct Rooms {
    House& house;
    Gate& gate;

    [[nodiscard]] StaffDesk desk(sql::Session& session, const Viewer& viewer) const
    {
        return {house, session, viewer.nobody() ? first_brand : viewer.brand, viewer.actor(), gate.reachable()};
    }

    [[nodiscard]] Answer reads(StaffAnswer answer) const
    {
        return [rooms = *this, answer = std::move(answer)](const http::Request& request, const Viewer& viewer) {
            const auto session = rooms.house.pool.take();
            auto desk = rooms.desk(*session, viewer);
            return answer(desk, request, viewer);
        };
    }

    // A transaction that a refusal rolls back.
    [[nodiscard]] http::Response write(const http::Request& request, const Viewer& viewer,
                                       const StaffAnswer& answer) const
    {
        const auto session = house.pool.take();
        sql::Transaction transaction(*session);
        Repeats repeats(house, *session, viewer, request);
        auto before = repeats.before();
        if (!before) return http::refused(before.error());
        if (auto kept = *std::move(before)) return *std::move(kept);

        auto desk = this->desk(*session, viewer);
        auto response = answer(desk, request, viewer);
        if (response.status >= 400) return response;
        repeats.keep(response);
        desk.events.write();
        transaction.commit();
        house.events_bell.ring();
        return response;
    }

    // A transaction beside that of the request, for what must stay although the request is refused.
    [[nodiscard]] http::Response write_anew(const Viewer& viewer,
                                            const std::function<http::Response(StaffDesk&)>& act) const
    {
        return write({}, viewer, [&](StaffDesk& desk, const auto&, const auto&) { return act(desk); });
    }

    [[nodiscard]] Answer writes(StaffAnswer answer) const
    {
        return [rooms = *this, answer = std::move(answer)](const http::Request& request, const Viewer& viewer) {
            return rooms.write(request, viewer, answer);
        };
    }

    // The same for what takes rights away or gives others: open lines hear of it at once.
    [[nodiscard]] Answer changes_rights(StaffAnswer answer) const
    {
        return [rooms = *this, answer = std::move(answer)](const http::Request& request, const Viewer& viewer) {
            auto response = rooms.write(request, viewer, answer);
            if (response.status >= 400) return response;
            const auto named = request.in_path.contains("id") ? request.id<UserId>("id") : viewer.user;
            rooms.gate.rights_changed(viewer.user);
            if (named) rooms.gate.rights_changed(*named);
            return response;
        };
    }

    [[nodiscard]] staff::Visitor visitor(const http::Request& request) const
    {
        staff::Visitor visitor{request.peer, request.header("user-agent"), {}};
        const auto session = house.pool.take();
        const http::Request cookie_only{.headers = {{"cookie", request.header("cookie")}}};
        if (const auto viewer = gate.viewer(cookie_only, *session)) visitor.before = viewer->session;
        return visitor;
    }

    [[nodiscard]] http::Response entered(StaffDesk& desk, const staff::Entered& entered) const
    {
        SignedIn answer{.second_factor = entered.entry};
        if (entered.key.empty()) return {200, json::text_of(answer)};
        auto me = staff::me(desk.ports, desk.brand, entered.user);
        if (!me) return http::refused(me.error());
        answer.me = *std::move(me);
        return http::Response{200, json::text_of(answer)}.with("Set-Cookie", gate.cookie(entered.key).value);
    }
};

// Three steps, see staff/sign_in.h: the try is counted even when it is refused, and Argon2 keeps nobody waiting.
http::Response sign_in(const Rooms& rooms, const http::Request& request)
{
    const auto wish = json::parse<staff::SignIn>(request.body);
    if (!wish) return http::refused(wish.error());
    const auto visitor = rooms.visitor(request);
    auto knocked = rooms.write_anew({}, [&](StaffDesk& desk) {
        const auto open = staff::knock(desk.ports, *wish, visitor);
        return open ? http::Response{} : http::refused(open.error()).with("Retry-After", "900");
    });
    if (knocked.status >= 400) return knocked;

    std::optional<staff::User> user;
    {
        const auto session = rooms.house.pool.take();
        auto desk = rooms.desk(*session, {});
        auto recognised = staff::recognise(desk.ports, *wish);
        if (!recognised) return http::refused(recognised.error());
        user = *std::move(recognised);
    }
    return rooms.write(request, {}, [&](StaffDesk& desk, const auto&, const auto&) {
        const auto entered = staff::let_in(desk.ports, *user, *wish, visitor);
        return entered ? rooms.entered(desk, *entered) : http::refused(entered.error());
    });
}

http::Response sign_out(const Rooms& rooms, const http::Request& request, const Viewer& viewer)
{
    auto response = rooms.write(request, viewer, [&](StaffDesk& desk, const auto&, const auto&) {
        if (viewer.session) desk.sessions.end(*viewer.session, rooms.house.clock.now());
        return http::Response{204};
    });
    rooms.gate.rights_changed(viewer.user);
    return std::move(response).with("Set-Cookie", rooms.gate.no_cookie().value);
}

http::Response with_new_key(const Rooms& rooms, http::Response response, const std::string& key)
{
    if (key.empty()) return response;
    return std::move(response).with("Set-Cookie", rooms.gate.cookie(key).value);
}

http::Response change_password(const Rooms& rooms, const http::Request& request, const Viewer& viewer)
{
    const auto wish = json::parse<staff::ChangePassword>(request.body);
    if (!wish) return http::refused(wish.error());
    auto knocked = rooms.write_anew(viewer, [&](StaffDesk& desk) {
        const auto open = staff::knock_again(desk.ports, viewer.user);
        return open ? http::Response{} : http::refused(open.error());
    });
    if (knocked.status >= 400) return knocked;
    std::string hash;
    {
        const auto session = rooms.house.pool.take();
        auto desk = rooms.desk(*session, viewer);
        auto hashed = staff::new_password_hash(desk.ports, viewer.user, *wish);
        if (!hashed) return http::refused(hashed.error());
        hash = *std::move(hashed);
    }
    std::string key;
    auto response = rooms.write(request, viewer, [&](StaffDesk& desk, const auto&, const auto&) {
        auto changed = staff::change_password(desk.ports, viewer.user, viewer.session, hash);
        if (!changed) return http::refused(changed.error());
        key = *std::move(changed);
        return http::Response{204};
    });
    if (response.status >= 400) return response;
    rooms.gate.rights_changed(viewer.user);
    return with_new_key(rooms, std::move(response), key);
}

http::Response confirm_second_factor(const Rooms& rooms, const http::Request& request, const Viewer& viewer)
{
    const auto wish = json::parse<Code>(request.body);
    if (!wish) return http::refused(wish.error());
    if (!viewer.session) return http::refused({Refusal::forbidden, "act.not_in_scope"});
    std::string key;
    auto response = rooms.write(request, viewer, [&](StaffDesk& desk, const auto&, const auto&) {
        auto confirmed = staff::confirm_second_factor(desk.ports, *viewer.session, wish->code);
        if (!confirmed) return http::refused(confirmed.error());
        key = confirmed->key;
        return http::Response{200, json::text_of(confirmed->codes)};
    });
    if (response.status >= 400) return response;
    rooms.gate.rights_changed(viewer.user);
    return with_new_key(rooms, std::move(response), key);
}

http::Response accept_invitation(const Rooms& rooms, const http::Request& request)
{
    const auto wish = json::parse<staff::AcceptInvitation>(request.body);
    if (!wish) return http::refused(wish.error());
    const auto& token = request.in_path.at("token");
    const auto visitor = rooms.visitor(request);
    std::string hash;
    {
        const auto session = rooms.house.pool.take();
        auto desk = rooms.desk(*session, {});
        auto hashed = staff::invited_password_hash(desk.ports, token, wish->password);
        if (!hashed) return http::refused(hashed.error());
        hash = *std::move(hashed);
    }
    return rooms.write(request, {}, [&](StaffDesk& desk, const auto&, const auto&) {
        const auto entered = staff::accept_invitation(desk.ports, token, hash, visitor);
        return entered ? rooms.entered(desk, *entered) : http::refused(entered.error());
    });
}

http::Response set_up(const Rooms& rooms, const SetUpDoor& door, const http::Request& request)
{
    const auto wish = json::parse<SetUp>(request.body);
    if (!wish) return http::refused(wish.error());
    if (const auto open = door.open(*wish); !open) return http::refused(open.error());
    const auto admin = set_up_desk(rooms.house, *wish);
    if (!admin) return http::refused(admin.error());

    const staff::Visitor visitor{request.peer, request.header("user-agent"), {}};
    return rooms.write(request, {}, [&](StaffDesk& desk, const auto&, const auto&) {
        const auto user = desk.users.find(*admin);
        const auto me = staff::me(desk.ports, desk.brand, *admin);
        if (!user || !me) return http::refused({Refusal::not_found, "user.not_found"});
        const auto entered = staff::open_session(desk.ports, *user, false, visitor);
        return http::Response{200, json::text_of(*me)}.with("Set-Cookie", rooms.gate.cookie(entered.key).value);
    });
}

void add_set_up_routes(RouteTable& table, const Rooms& rooms)
{
    const auto door = std::make_shared<SetUpDoor>(rooms.house);
    if (door->token_needed())
        fmt::print(stderr, "set up this desk within an hour: {}{}\n", rooms.house.config.public_address, door->path());
    table.add("GET", "/api/v1/setup", Act::knock, [door](const auto&, const auto&) {
        return http::Response{200, json::text_of(SetUpState{door->needed(), door->token_needed()})};
    });
    table.add("POST", "/api/v1/setup", Act::knock,
              [rooms, door](const auto& request, const auto&) { return set_up(rooms, *door, request); });
}

void add_account_routes(RouteTable& table, const Rooms& rooms)
{
    const auto own = Act::own_account;
    table.add("POST", "/api/v1/sign-in", Act::knock,
              [rooms](const auto& request, const auto&) { return sign_in(rooms, request); });
    table.add("GET", "/api/v1/invitations/{token}", Act::knock,
              rooms.reads([](auto& desk, const auto& request, const auto&) {
                  return staff::get_invitation(desk.ports, request);
              }));
    table.add("POST", "/api/v1/invitations/{token}", Act::knock,
              [rooms](const auto& request, const auto&) { return accept_invitation(rooms, request); });
    table.add("POST", "/api/v1/sign-out", own,
              [rooms](const auto& request, const auto& viewer) { return sign_out(rooms, request, viewer); });
    table.add("GET", "/api/v1/me", own, rooms.reads([](auto& desk, const auto&, const auto& viewer) {
        return staff::get_me(desk.ports, desk.brand, viewer.user);
    }));
    table.add("PATCH", "/api/v1/me", own, rooms.writes([](auto& desk, const auto& request, const auto& viewer) {
        auto response = staff::patch_me(desk.ports, request, viewer.user);
        return response.status < 400 ? staff::get_me(desk.ports, desk.brand, viewer.user) : response;
    }));
    table.add("POST", "/api/v1/me/password", own,
              [rooms](const auto& request, const auto& viewer) { return change_password(rooms, request, viewer); });
    table.add("POST", "/api/v1/me/second-factor", Act::own_factors,
              rooms.writes([](auto& desk, const auto&, const auto& viewer) {
                  return http::reply(200, staff::begin_second_factor(desk.ports, viewer.user));
              }));
    table.add(
        "POST", "/api/v1/me/second-factor/confirmation", Act::own_factors,
        [rooms](const auto& request, const auto& viewer) { return confirm_second_factor(rooms, request, viewer); });
    table.add("POST", "/api/v1/me/second-factor/put-off", own,
              rooms.writes([](auto& desk, const auto&, const auto& viewer) {
                  if (!viewer.session) return http::refused({Refusal::forbidden, "act.not_in_scope"});
                  const auto put_off = staff::put_off_second_factor(desk.ports, *viewer.session);
                  return put_off ? http::Response{204} : http::refused(put_off.error());
              }));
    table.add("GET", "/api/v1/sessions", own, rooms.reads([](auto& desk, const auto&, const auto& viewer) {
        return staff::get_sessions(desk.ports, viewer.user, viewer.session);
    }));
    table.add("DELETE", "/api/v1/sessions/{id}", own,
              rooms.changes_rights([](auto& desk, const auto& request, const auto& viewer) {
                  return staff::delete_session(desk.ports, request, viewer.user);
              }));
}

// Whoever may not come in any more has nothing in hand either.
Answer changes_colleague(const Rooms& rooms)
{
    const auto change = rooms.changes_rights(
        [](auto& desk, const auto& request, const auto&) { return staff::patch_user(desk.ports, request); });
    return [rooms, change](const http::Request& request, const Viewer& viewer) {
        auto response = change(request, viewer);
        const auto id = request.id<UserId>("id");
        if (response.status < 400 && id && response.body.find(R"("disabled":true)") != std::string::npos)
            bring_work_back(rooms.house, viewer.brand, viewer.actor(), *id);
        return response;
    };
}

void add_colleague_routes(RouteTable& table, const Rooms& rooms)
{
    table.add("GET", "/api/v1/users", Act::see_staff,
              rooms.reads([](auto& desk, const auto&, const auto&) { return staff::get_users(desk.ports); }));
    table.add("POST", "/api/v1/users", Act::manage_users,
              rooms.writes([](auto& desk, const auto& request, const auto&) {
                  return staff::post_user(desk.ports, desk.brand, request);
              }));
    table.add("PATCH", "/api/v1/users/{id}", Act::manage_users, changes_colleague(rooms));
    table.add("POST", "/api/v1/users/{id}/invitation", Act::manage_users,
              rooms.writes([](auto& desk, const auto& request, const auto&) {
                  return staff::post_user_invitation(desk.ports, request);
              }));
    table.add("POST", "/api/v1/users/{id}/reset", Act::manage_users,
              rooms.changes_rights([](auto& desk, const auto& request, const auto&) {
                  return staff::post_user_reset(desk.ports, request);
              }));
    table.add("GET", "/api/v1/teams", Act::see_staff,
              rooms.reads([](auto& desk, const auto&, const auto&) { return staff::get_teams(desk.ports); }));
    table.add("POST", "/api/v1/teams", Act::manage_teams,
              rooms.writes(
                  [](auto& desk, const auto& request, const auto&) { return staff::post_team(desk.ports, request); }));
    table.add("PATCH", "/api/v1/teams/{id}", Act::manage_teams,
              rooms.writes(
                  [](auto& desk, const auto& request, const auto&) { return staff::patch_team(desk.ports, request); }));
    table.add("GET", "/api/v1/tokens", Act::own_tokens, rooms.reads([](auto& desk, const auto&, const auto& viewer) {
        return staff::get_tokens(desk.ports, viewer.user);
    }));
    table.add("POST", "/api/v1/tokens", Act::own_tokens,
              rooms.writes([](auto& desk, const auto& request, const auto& viewer) {
                  return staff::post_token(desk.ports, request, viewer.user);
              }));
    table.add("DELETE", "/api/v1/tokens/{id}", Act::own_tokens,
              rooms.changes_rights([](auto& desk, const auto& request, const auto& viewer) {
                  return staff::delete_token(desk.ports, request, viewer.user);
              }));
}

} // namespace

void add_staff_routes(RouteTable& table, House& house, Gate& gate)
{
    const Rooms rooms{house, gate};
    add_set_up_routes(table, rooms);
    add_account_routes(table, rooms);
    add_colleague_routes(table, rooms);
}

json::Shapes staff_shapes()
{
    using namespace json;
    return {
        shape<staff::SignIn, SignedIn>("POST /api/v1/sign-in"),
        shape<staff::AcceptInvitation, SignedIn>("POST /api/v1/invitations/{token}"),
        shape<Code, staff::RecoveryCodes>("POST /api/v1/me/second-factor/confirmation"),
        shape<Nothing, SetUpState>("GET /api/v1/setup"),
        shape<SetUp, staff::Me>("POST /api/v1/setup"),
    };
}

} // namespace amends
