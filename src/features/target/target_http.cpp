// SPDX-License-Identifier: Apache-2.0
#include "target/target_http.h"

#include "platform/json/read.h"

#include <algorithm>

namespace amends::target {
namespace {

struct TargetView {
    Target target{};
    std::int64_t running{};
    Share met{};
};
BOOST_DESCRIBE_STRUCT(TargetView, (), (target, running, met))

// Whether the last month supports it is said with the answer; it is set all the same.
struct TargetMade {
    Target target{};
    Preview history{};
};
BOOST_DESCRIBE_STRUCT(TargetMade, (), (target, history))

TargetView view_of(const Target& target, const std::vector<Score>& scores)
{
    const auto score = std::ranges::find(scores, target.id, &Score::target_id);
    if (score == scores.end()) return {target, 0, share_of(0, 0)};
    return {target, score->running, share_of(score->met, score->met + score->breached)};
}

Result<TargetView> shown(const Ports& ports, const Result<Target>& target)
{
    if (!target) return std::unexpected(target.error());
    return view_of(*target, ports.targets.scores());
}

Result<TargetMade> made(const Ports& ports, const http::Request& request)
{
    AMENDS_TRY(const auto wish, json::parse<SetTarget>(request.body));
    AMENDS_TRY(auto target, set_target(ports, wish));
    auto history = preview_of(ports, target);
    return TargetMade{std::move(target), std::move(history)};
}

Result<TargetView> changed(const Ports& ports, const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<TargetId>("id"));
    AMENDS_TRY(const auto wish, json::parse<ChangeTarget>(request.body));
    return shown(ports, change_target(ports, id, wish));
}

Result<TargetView> ended(const Ports& ports, const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<TargetId>("id"));
    return shown(ports, end_target(ports, id));
}

} // namespace

http::Response get_targets(const Ports& ports)
{
    const auto scores = ports.targets.scores();
    std::vector<TargetView> list;
    for (const auto& target : ports.targets.all()) list.push_back(view_of(target, scores));
    return {200, R"({"items":)" + json::text_of(list) + R"(,"next":null})"};
}

http::Response post_target(const Ports& ports, const http::Request& request)
{
    return http::reply(201, made(ports, request));
}

http::Response post_preview(const Ports& ports, const http::Request& request)
{
    const auto wish = json::parse<SetTarget>(request.body);
    return wish ? http::reply(200, preview_target(ports, *wish)) : http::refused(wish.error());
}

http::Response patch_target(const Ports& ports, const http::Request& request)
{
    return http::reply(200, changed(ports, request));
}

http::Response delete_target(const Ports& ports, const http::Request& request)
{
    return http::reply(200, ended(ports, request));
}

json::Shapes shapes()
{
    using namespace json;
    return {
        shape<Nothing, ListOf<TargetView>>("GET /api/v1/targets"),
        makes<SetTarget, TargetMade>("POST /api/v1/targets"),
        shape<SetTarget, Preview>("POST /api/v1/targets/preview"),
        shape<ChangeTarget, TargetView>("PATCH /api/v1/targets/{id}"),
        shape<Nothing, TargetView>("DELETE /api/v1/targets/{id}"),
    };
}

} // namespace amends::target
