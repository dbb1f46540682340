// SPDX-License-Identifier: Apache-2.0
#include "platform/http/router.h"

#include "base/away.h"
#include "platform/http/target.h"

#include <fmt/format.h>

#include <new>
#include <random>

namespace amends::http {
namespace {

bool matches(const std::vector<std::string>& pattern, const std::vector<std::string>& path, Request& request)
{
    if (pattern.size() != path.size()) return false;
    request.in_path.clear();
    for (std::size_t at = 0; at < path.size(); ++at) {
        if (pattern[at].starts_with('{')) request.in_path[pattern[at].substr(1, pattern[at].size() - 2)] = path[at];
        else if (pattern[at] != path[at]) return false;
    }
    return true;
}

// May quote what a stranger sent: it stays one line.
std::string one_line(std::string_view what)
{
    std::string line(what);
    for (char& letter : line)
        if (static_cast<unsigned char>(letter) < 0x20) letter = '?';
    return line;
}

Response away(std::string_view what)
{
    fmt::print(stderr, "away: {}\n", one_line(what));
    return refused({Refusal::unavailable, "request.away"});
}

Response failed(std::string_view what)
{
    auto response = refused(500, {Refusal::unavailable, "request.failed"});
    response.incident = fmt::format("{:08x}", std::random_device{}());
    fmt::print(stderr, "incident {}: {}\n", response.incident, one_line(what));
    return response;
}

} // namespace

void Router::add(std::string method, std::string_view pattern, Handler handler)
{
    auto segments = path_segments(pattern);
    if (!segments) throw Failure("no address fits the pattern " + std::string(pattern));
    routes_.push_back({std::move(method), *std::move(segments), std::move(handler)});
}

Response Router::answer(Request request) const { return spelled_out(attempt(request), request, translate_); }

Response Router::attempt(Request& request) const
try {
    return find(request);
} catch (const Busy&) {
    return refused({Refusal::unavailable, "request.busy"});
} catch (const Away& missing) {
    return away(missing.what());
} catch (const std::bad_alloc&) {
    return refused({Refusal::unavailable, "request.overloaded"});
} catch (const std::exception& failure) {
    return failed(failure.what());
}

Response Router::find(Request& request) const
{
    const auto path = path_segments(request.path);
    if (!path) return refused({Refusal::not_found, "request.no_such_address"});
    auto parameters = query_parameters(request.query);
    if (!parameters) return refused(parameters.error());
    request.in_query = *std::move(parameters);

    const std::string method = request.method == "HEAD" ? "GET" : request.method;
    std::string allowed;
    for (const Route& route : routes_) {
        if (!matches(route.segments, *path, request)) continue;
        if (route.method == method) return route.handler(request);
        allowed += (allowed.empty() ? "" : ", ") + route.method;
    }
    if (!allowed.empty()) return refused(405, {Refusal::invalid, "request.no_such_method"}).with("Allow", allowed);
    request.in_path.clear();
    if (otherwise_ && method == "GET") return otherwise_(request);
    return refused({Refusal::not_found, "request.no_such_address"});
}

} // namespace amends::http
