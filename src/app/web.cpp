// SPDX-License-Identifier: Apache-2.0
#include "app/web.h"

#include "app/case_routes.h"
#include "app/refusal_sentences.h"
#include "app/routes.h"
#include "app/testing_routes.h"
#include "platform/http/files.h"

namespace amends {
namespace {

// The customer's pages and the workspace have one page each; their addresses are made up in the browser.
http::Response page(const http::Request& request)
{
    const Asset* asset = find_asset(request.path);
    const bool api = request.path.starts_with("/api/") || request.path.starts_with("/files/") ||
                     request.path.starts_with("/image-proxy/");
    if (asset == nullptr && !api && request.path.find('.') == std::string::npos) {
        const bool customer = request.path.starts_with("/c/") || request.path.starts_with("/contact");
        asset = find_asset(customer ? "/portal.html" : "/workspace.html");
    }
    if (asset == nullptr) return http::refused({Refusal::not_found, "request.no_such_address"});
    return http::asset_reply(*asset, request);
}

http::Options options_of(const Config& config)
{
    http::Options options;
    options.address = config.http_address;
    options.port = config.http_port;
    options.workers = config.workers;
    options.public_address = config.public_address;
    options.proxies = trusted_proxies(config);
    options.translate = refusal_sentence;
    return options;
}

http::Router router_of(House& house, Gate& gate)
{
    auto router = routes(house, gate).router(gate);
    router.otherwise(page);
    router.speak(refusal_sentence);
    return router;
}

} // namespace

Web::Web(House& house)
    : house_(house),
      gate_(house),
      live_(house, case_row_text,
            [this](sql::Session& session, const Viewer& viewer) { return gate_.still(session, viewer); }),
      router_(router_of(house, gate_)),
      server_(options_of(house.config), application())
{
    gate_.when_rights_change([this, &house](UserId user) {
        const auto session = house.pool.take();
        live_.cut_off([&](const Viewer& viewer) { return viewer.user == user && !gate_.still(*session, viewer); });
    });
}

http::Response Web::answer(http::Request request)
{
#ifdef AMENDS_TESTING
    if (request.path.starts_with("/testing/")) return answer_journey(house_, request);
#endif
    return router_.answer(std::move(request));
}

http::Application Web::application()
{
    http::Application application;
    application.answer = [this](http::Request request) { return answer(std::move(request)); };
    application.admit = [this](const http::Request& request) -> http::Visit {
        auto viewer = gate_.admit(request);
        if (!viewer) return std::unexpected(http::refused(viewer.error()));
        return std::make_shared<Viewer>(*std::move(viewer));
    };
    application.opened = [this](const std::shared_ptr<http::Socket>& socket) { live_.opened(socket); };
    application.heard = [this](const std::shared_ptr<http::Socket>& socket, std::string text) {
        live_.heard(socket, std::move(text));
    };
    application.closed = [this](const std::shared_ptr<http::Socket>& socket) { live_.closed(socket); };
    return application;
}

} // namespace amends
