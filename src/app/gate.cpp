// SPDX-License-Identifier: Apache-2.0
#include "app/gate.h"

#include "platform/crypto/hash.h"
#include "staff/api_token.h"
#include "staff/session_sql.h"

#include <fmt/format.h>

namespace amends {
namespace {

constexpr std::size_t longest_key = 100;
constexpr std::string_view bearer = "Bearer ";

std::unexpected<Refusal> nobody() { return refuse(Refusal::unauthenticated, "session.missing"); }

Viewer viewer_of(const staff::Recognised& known)
{
    return {.user = known.user_id,
            .brand = known.brand_id,
            .role = known.role,
            .name = known.name,
            .language = known.language,
            .zone = known.zone,
            .version = known.version,
            .session = known.session_id,
            .token = known.token_id,
            .scope = known.scope.value_or(staff::Scope::read),
            .second_factor = known.second_factor,
            .fresh_at = known.fresh_at};
}

std::string_view host_of(std::string_view address)
{
    const auto scheme = address.find("://");
    if (scheme != address.npos) address.remove_prefix(scheme + 3);
    address = address.substr(0, address.find('/'));
    if (address.starts_with('[')) return address.substr(0, address.find(']') + 1);
    return address.substr(0, address.find(':'));
}

// "127.0.0.1.evil.example" is a name of somebody else.
bool loopback(std::string_view host)
{
    if (host == "localhost" || host == "::1" || host == "[::1]") return true;
    return host.starts_with("127.") && host.find_first_not_of("0123456789.") == host.npos;
}

} // namespace

bool reachable_by_others(const Config& config)
{
    if (!config.public_address.empty()) return !loopback(host_of(config.public_address));
    return !loopback(config.http_address);
}

std::vector<std::string> trusted_proxies(const Config& config)
{
    if (!config.proxies.empty()) return config.proxies;
    const bool behind_one = loopback(config.http_address) && reachable_by_others(config);
    return behind_one ? std::vector<std::string>{"127.0.0.1", "::1"} : std::vector<std::string>{};
}

std::string objection_to_serving(const Config& config)
{
    if (!reachable_by_others(config) && loopback(config.http_address)) return {};
    if (config.public_address.starts_with("https://")) return {};
    return "without TLS the desk serves this machine only: listen on 127.0.0.1, or put a proxy with TLS in front and "
           "name "
           "its address with --public-address https://...";
}

http::Router RouteTable::router(Gate& gate) const
{
    http::Router router;
    for (const Route& route : routes_)
        router.add(route.method, route.pattern,
                   [&gate, route](const http::Request& request) { return gate.pass(route, request); });
    return router;
}

Gate::Gate(House& house)
    : house_(house),
      reachable_(reachable_by_others(house.config)),
      encrypted_(house.config.public_address.starts_with("https://")),
      cookie_name_(encrypted_ ? "__Host-session" : "session")
{
}

http::Response Gate::pass(const Route& route, const http::Request& request)
{
    const bool writes = request.method != "GET" && request.method != "HEAD";
    if (writes && !own_page(request)) return http::refused({Refusal::forbidden, "request.other_origin"});
    if (open_to_all(route.act)) return route.answer(request, {});

    const auto viewer = allowed_viewer(route, request, writes);
    if (!viewer) return http::refused(viewer.error());
    return route.answer(request, *viewer);
}

Result<Viewer> Gate::allowed_viewer(const Route& route, const http::Request& request, bool writes)
{
    const auto session = house_.pool.take();
    AMENDS_TRY(auto known, viewer(request, *session));
    if (writes && known.session && request.header("x-amends") != "1")
        return refuse(Refusal::forbidden, "request.mark_missing");
    const bool half_in = reachable_ && known.session && known.second_factor != staff::SecondFactor::done;
    if (half_in && route.act != Act::own_account && route.act != Act::own_factors)
        return refuse(Refusal::forbidden, "session.second_factor_missing");
    const bool may = allowed(known.role, route.act);
    if (may && (!known.token || in_scope(known.scope, route.act, writes))) {
        const bool stale = known.fresh_at && house_.clock.now() > *known.fresh_at + staff::fresh_for;
        if (stale && wants_fresh_sign_in(route.act, writes)) return refuse(Refusal::forbidden, "session.stale");
        return known;
    }
    fmt::print(stderr, "denied act={} user={} route=\"{} {}\"\n", name_of(route.act),
               static_cast<std::int64_t>(known.user), route.method, route.pattern);
    return refuse(Refusal::forbidden, may ? "act.not_in_scope" : "act.not_yours");
}

Result<Viewer> Gate::viewer(const http::Request& request, sql::Session& session) const
{
    const Instant now = house_.clock.now();
    std::optional<staff::Recognised> known;
    // Who shows a token is judged by it alone: a wrong one does not fall back to a cookie.
    if (const std::string_view shown = request.header("authorization"); !shown.empty()) {
        if (!shown.starts_with(bearer)) return nobody();
        const auto token = shown.substr(bearer.size());
        if (!token.starts_with(staff::token_prefix) || token.size() > longest_key) return nobody();
        known = staff::TokenSqlStore(session).recognise(crypto::sha256_hex(token));
    } else if (const auto key = request.cookie(cookie_name_); key && !key->empty() && key->size() <= longest_key) {
        known = staff::SessionSqlStore(session).recognise(crypto::sha256_hex(*key));
        if (known && staff::over(known->created_at, known->seen_at.value_or(now), now)) known.reset();
    }
    if (!known) return nobody();
    seen(session, request, *known);
    return viewer_of(*known);
}

// Only what a person does keeps a session alive: pages that look for news by themselves say so.
void Gate::seen(sql::Session& session, const http::Request& request, const staff::Recognised& known) const
{
    const Instant now = house_.clock.now();
    if (known.seen_at && now < *known.seen_at + staff::seen_grain) return;
    const bool by_itself = !request.header("x-amends-background").empty() || !request.header("upgrade").empty();
    if (known.session_id && by_itself) return;
    sql::Transaction transaction(session);
    if (known.session_id) staff::SessionSqlStore(session).seen(*known.session_id, now);
    if (known.token_id) staff::TokenSqlStore(session).used(*known.token_id, now);
    transaction.commit();
}

Result<Viewer> Gate::admit(const http::Request& request)
{
    if (!own_page(request)) return refuse(Refusal::forbidden, "request.other_origin");
    static const Route live("GET", "/api/live", Act::read_cases, {});
    return allowed_viewer(live, request, false);
}

bool Gate::still(sql::Session& session, const Viewer& viewer) const
{
    const Instant now = house_.clock.now();
    const staff::SessionSqlStore sessions(session);
    std::optional<staff::Recognised> known;
    if (viewer.token) known = staff::TokenSqlStore(session).recognise(*viewer.token);
    else if (viewer.session) known = sessions.recognise(*viewer.session);
    if (!known || known->role != viewer.role || known->brand_id != viewer.brand) return false;
    return viewer.token || !staff::over(known->created_at, known->seen_at.value_or(now), now);
}

void Gate::rights_changed(UserId user) const
{
    if (listener_) listener_(user);
}

http::Header Gate::cookie(std::string_view key) const
{
    const auto age = std::chrono::duration_cast<std::chrono::seconds>(staff::longest_session).count();
    return {"Set-Cookie", fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Strict{}", cookie_name_, key, age,
                                      encrypted_ ? "; Secure" : "")};
}

http::Header Gate::no_cookie() const
{
    return {"Set-Cookie", fmt::format("{}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict{}", cookie_name_,
                                      encrypted_ ? "; Secure" : "")};
}

// A browser says from which page a write comes. Only our own address counts, and names of this machine: a name that an
// attacker lets point here is neither.
bool Gate::own_page(const http::Request& request) const
{
    const auto& origin = request.header("origin");
    if (origin.empty() || origin == house_.config.public_address) return true;
    const auto& host = request.header("host");
    const auto name = host_of(host);
    return origin == "http://" + host && (loopback(name) || name == house_.config.http_address);
}

} // namespace amends
