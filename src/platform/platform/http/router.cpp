// SPDX-License-Identifier: Apache-2.0
#include "platform/http/router.h"

#include <fmt/format.h>

#include <random>

namespace amends::http {
namespace {

std::vector<std::string> segments_of(std::string_view path)
{
    std::vector<std::string> segments;
    while (!path.empty()) {
        path.remove_prefix(1); // The slash.
        const auto segment = path.substr(0, path.find('/'));
        segments.emplace_back(segment);
        path.remove_prefix(segment.size());
    }
    return segments;
}

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

Response failed(std::string_view what)
{
    const auto incident = fmt::format("{:08x}", std::random_device{}());
    fmt::print(stderr, "incident {}: {}\n", incident, what);
    return {500, fmt::format(R"({{"kind":"unavailable","code":"request.failed","incident":"{}"}})", incident)};
}

} // namespace

Response refused(const Refusal& refusal)
{
    const auto status = [&] {
        switch (refusal.kind) {
        case Refusal::invalid: return 422;
        case Refusal::not_found: return 404;
        case Refusal::forbidden: return 403;
        case Refusal::conflict: return 409;
        case Refusal::rate_limited: return 429;
        case Refusal::unavailable: return 503;
        }
        std::unreachable();
    };
    return refused(status(), refusal);
}

Response refused(int status, const Refusal& refusal) { return {status, json::text_of(refusal)}; }

void Router::add(std::string method, std::string_view pattern, Handler handler)
{
    routes_.push_back({std::move(method), segments_of(pattern), std::move(handler)});
}

Response Router::answer(Request request) const
try {
    const auto path = segments_of(request.path);
    bool other_method = false;
    for (const Route& route : routes_) {
        if (!matches(route.segments, path, request)) continue;
        if (route.method == request.method) return route.handler(request);
        other_method = true;
    }
    return other_method ? refused(405, {Refusal::invalid, "request.no_such_method"})
                        : refused({Refusal::not_found, "request.no_such_address"});
} catch (const Busy&) {
    return refused({Refusal::unavailable, "request.busy"});
} catch (const std::exception& failure) {
    return failed(failure.what());
}

} // namespace amends::http
