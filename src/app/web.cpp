// SPDX-License-Identifier: Apache-2.0
#include "app/web.h"

#include "app/refusal_sentences.h"
#include "app/routes.h"
#include "platform/http/files.h"

namespace amends {
namespace {

// The customer's pages and the workspace have one page each; their addresses are made up in the browser.
http::Response page(const http::Request& request)
{
    const Asset* asset = find_asset(request.path);
    const bool api = request.path.starts_with("/api/") || request.path.starts_with("/files/");
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
    : gate_(house),
      router_(router_of(house, gate_)),
      server_(options_of(house.config),
              http::Application{.answer = [this](http::Request request) { return router_.answer(std::move(request)); }})
{
}

} // namespace amends
