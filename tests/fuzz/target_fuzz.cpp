// SPDX-License-Identifier: Apache-2.0
// sources: http/client http/message http/problem http/router http/target net/tls net/wire
// libraries: -lfmt -lssl -lcrypto
// Addresses of requests, their parameters, cookies and languages: what is let through is text that both databases can
// keep, and what our own client writes is read as it was meant.
#include "fuzz/attack.h"
#include "platform/http/client.h"
#include "platform/http/router.h"
#include "platform/http/target.h"

#include <algorithm>

namespace {

using namespace amends;
using fuzz::must;

enum class Sought : std::int64_t {};

// Nothing is left to decode, nothing to stumble over.
void clean(const std::string& text)
{
    must(text.find('\0') == std::string::npos);
    const auto again = http::percent_decoded(http::form({{"", text}}).substr(1));
    must(again == text);
}

void read_query(std::string_view query)
{
    const auto parameters = http::query_parameters(query);
    if (!parameters) return must(parameters.error().code.starts_with("request."));
    for (const auto& [name, value] : *parameters) {
        clean(name);
        clean(value);
        must(name.size() + value.size() <= query.size());
    }
    const auto again = http::query_parameters(http::form(*parameters));
    must(again && *again == *parameters);
}

void read_path(const std::string& path)
{
    const auto segments = http::path_segments(path);
    if (!segments) return;
    must(segments->size() == static_cast<std::size_t>(std::ranges::count(path, '/')));
    for (const auto& segment : *segments) clean(segment);
}

http::Response found(const http::Request& request)
{
    const auto id = request.id<Sought>("id");
    must(!id || std::to_string(static_cast<std::int64_t>(*id)).size() <= request.in_path.at("id").size());
    return {.body = request.in_path.at("id")};
}

void ask_router(const http::Request& request)
{
    static const auto router = [] {
        http::Router made;
        made.add("GET", "/api/cases/{id}", found);
        made.add("POST", "/api/cases/{id}/notes", [](const auto&) { return http::Response{.status = 201}; });
        made.speak([](auto, auto) { return std::string_view("No."); });
        return made;
    }();
    const auto response = router.answer(request);
    must(response.status == 200 || response.status == 201 || (response.status >= 400 && response.status < 500));
    must(response.status < 400 || response.body.starts_with('{'));
}

} // namespace

void amends::fuzz::attack(std::string_view input)
{
    const auto line = input.substr(0, input.find('\n'));
    const std::string rest(input.substr(std::min(line.size() + 1, input.size())));
    const auto mark = std::min(line.find('?'), line.size());
    const auto path = "/" + std::string(line.substr(0, mark));
    const std::string query(line.substr(std::min(mark + 1, line.size())));
    read_path(path);
    read_query(query);

    const http::Request request{.method = rest.size() % 2 == 0 ? "GET" : "POST",
                                .path = path,
                                .query = query,
                                .headers = {{"cookie", rest}, {"accept-language", rest}, {"x-forwarded-for", rest}}};
    ask_router(request);
    for (const auto* const name : {"session", "__Host-session"})
        if (const auto cookie = request.cookie(name))
            must(rest.find(*cookie) != rest.npos && cookie->find(';') == cookie->npos);
    const auto language = http::preferred_language(rest);
    must(language.size() == 2);

    must(http::caller_address("10.0.0.1", rest, {}) == "10.0.0.1");
    const auto caller = http::caller_address("10.0.0.1", rest, {"10.0.0.1", "10.0.0.2"});
    must(!caller.empty() && caller.find_first_not_of("0123456789abcdef.:") == caller.npos);
}
