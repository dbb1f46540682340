// SPDX-License-Identifier: Apache-2.0
#include "app/openapi.h"

#include "app/commands.h"
#include "app/file_routes.h"
#include "app/gate.h"
#include "app/promise_routes.h"
#include "app/queue_routes.h"
#include "app/reply_routes.h"
#include "app/routes.h"
#include "app/staff_routes.h"
#include "app/workload_routes.h"
#include "board/board_http.h"
#include "brand/brand_http.h"
#include "brand/calendar_http.h"
#include "case/case_http.h"
#include "channel/channel_http.h"
#include "closure/closure_http.h"
#include "conversation/message_http.h"
#include "figure/figure_http.h"
#include "guest/guest_http.h"
#include "platform/http/problem.h"
#include "portal/portal_http.h"
#include "reply/reply_http.h"
#include "search/search_http.h"
#include "silence/silence_http.h"
#include "staff/staff_http.h"
#include "target/target_http.h"
#include "triage/triage_http.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace amends {
namespace {

json::Shapes all_shapes()
{
    json::Shapes all;
    for (const auto& some :
         {cases::shapes(),  conversation::shapes(), brand::shapes(),   channel::shapes(), closure::shapes(),
          reply::shapes(),  search::shapes(),       silence::shapes(), board::shapes(),   figure::shapes(),
          triage::shapes(), portal::shapes(),       guest::shapes(),   target::shapes(),  brand::calendar_shapes(),
          staff::shapes(),  staff_shapes(),         file_shapes(),     reply_shapes(),    promise_shapes(),
          queue_shapes(),   workload_shapes()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

struct Parameter {
    std::string_view address;
    std::string_view name;
    std::string_view schema;
};

constexpr std::string_view text_parameter = R"({"type":"string"})";
constexpr std::string_view number_parameter = R"({"type":"number","minimum":0})";
constexpr std::string_view limit_parameter = R"({"type":"integer","minimum":1,"maximum":200})";
constexpr std::string_view whose_parameter = R"({"type":"string","enum":["mine","team","all"]})";
constexpr std::string_view weeks_parameter = R"({"type":"integer","minimum":1,"maximum":53})";
constexpr std::string_view side_parameter = R"({"type":"string","enum":["us","customer","partner"]})";

// What may stand behind the question mark.
constexpr std::array queries{
    Parameter{"GET /api/v1/cases", "view",
              R"({"type":"string","enum":["mine","nobody","silence","waiting","closed","all"]})"},
    Parameter{"GET /api/v1/cases", "limit", limit_parameter},
    Parameter{"GET /api/v1/cases", "cursor", text_parameter},
    Parameter{"GET /api/v1/cases/{id}/messages", "limit", limit_parameter},
    Parameter{"GET /api/v1/cases/{id}/messages", "cursor", text_parameter},
    Parameter{"GET /api/v1/guest/cases", "view",
              R"({"type":"string","enum":["nobody","silence","waiting","closed","all"]})"},
    Parameter{"GET /api/v1/guest/cases", "limit", limit_parameter},
    Parameter{"GET /api/v1/guest/cases", "cursor", text_parameter},
    Parameter{"GET /api/v1/guest/cases/{id}/messages", "limit", limit_parameter},
    Parameter{"GET /api/v1/guest/cases/{id}/messages", "cursor", text_parameter},
    Parameter{"GET /api/v1/queue", "team", R"({"type":"integer"})"},
    Parameter{"GET /api/v1/staffing", "contacts_per_hour", number_parameter},
    Parameter{"GET /api/v1/staffing", "handle_seconds", number_parameter},
    Parameter{"GET /api/v1/staffing", "present", number_parameter},
    Parameter{"GET /api/v1/staffing", "share_percent", number_parameter},
    Parameter{"GET /api/v1/staffing", "within_seconds", number_parameter},
    Parameter{"GET /api/v1/search", "q", text_parameter},
    Parameter{"GET /api/v1/search", "limit", limit_parameter},
    Parameter{"GET /api/v1/search", "cursor", text_parameter},
    Parameter{"GET /api/v1/silence", "who", whose_parameter},
    Parameter{"GET /api/v1/promises/board", "side", side_parameter},
    Parameter{"GET /api/v1/promises/board", "who", whose_parameter},
    Parameter{"GET /api/v1/promises", "column", R"({"type":"string","enum":["late","soon","today","week","kept"]})"},
    Parameter{"GET /api/v1/promises", "side", side_parameter},
    Parameter{"GET /api/v1/promises", "who", whose_parameter},
    Parameter{"GET /api/v1/promises", "limit", limit_parameter},
    Parameter{"GET /api/v1/promises", "after", text_parameter},
    Parameter{"GET /api/v1/figures/promises", "weeks", weeks_parameter},
    Parameter{"GET /api/v1/figures/promises/cases", "name",
              R"({"type":"string","enum":["kept_rate","kept_rate_outcome","kept_rate_update","kept_rate_appointment",)"
              R"("told_before_breach","kept_to_first_date","moved_or_released","longest_silence","median_silence"]})"},
    Parameter{"GET /api/v1/figures/promises/cases", "weeks", weeks_parameter},
    Parameter{"GET /api/v1/figures/promises/cases", "week", R"({"type":"integer","format":"int64"})"},
    Parameter{"GET /api/v1/figures/promises/cases", "limit", limit_parameter},
    Parameter{"GET /api/v1/figures/promises/cases", "after", text_parameter},
    Parameter{"DELETE /api/v1/cases/{id}/draft", "kind", R"({"type":"string","enum":["reply","note"]})"},
    Parameter{"POST /api/v1/uploads", "name", text_parameter},
    Parameter{"POST /api/v1/customer/{link}/uploads", "name", text_parameter},
};

std::string parameters_of(const Route& route, std::string_view address)
{
    std::vector<std::string> list;
    const std::string_view pattern = route.pattern;
    for (auto open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{', open + 1)) {
        const auto name = pattern.substr(open + 1, pattern.find('}', open) - open - 1);
        const bool number = name == "id" || name == "rid";
        list.push_back(fmt::format(R"({{"name":"{}","in":"path","required":true,"schema":{{"type":"{}"}}}})", name,
                                   number ? "integer" : "string"));
    }
    for (const auto& query : queries)
        if (query.address == address)
            list.push_back(fmt::format(R"({{"name":"{}","in":"query","schema":{}}})", query.name, query.schema));
    if (route.method != "GET" && !open_to_all(route.act))
        list.emplace_back(R"({"name":"X-Amends","in":"header","schema":{"type":"string","const":"1"},)"
                          R"("description":"Needed of browsers that are signed in by a cookie; tokens need none."})");
    if (route.method == "POST")
        list.emplace_back(R"({"name":"Idempotency-Key","in":"header","schema":{"type":"string","maxLength":200},)"
                          R"("description":"Asking again with the same key gives the same answer and does nothing."})");
    return fmt::format("[{}]", fmt::join(list, ","));
}

// Bodies that are no JSON.
std::string_view media_of(std::string_view address)
{
    if (address.ends_with("/uploads"))
        return R"("application/octet-stream":{"schema":{"type":"string","format":"binary"}})";
    return "";
}

std::string body_of(const json::Shape& shape, json::Schemas& schemas)
{
    if (const auto media = media_of(shape.address); !media.empty())
        return fmt::format(R"(,"requestBody":{{"required":true,"content":{{{}}}}})", media);
    if (shape.taken == nullptr) return "";
    return fmt::format(R"(,"requestBody":{{"content":{{"application/json":{{"schema":{}}}}}}})", shape.taken(schemas));
}

std::string answer_of(std::string_view address, const json::Shape* shape, json::Schemas& schemas)
{
    if (address == "GET /api/openapi.json")
        return R"("200":{"description":"This document.","content":{"application/json":{"schema":{"type":"object"}}}})";
    if (shape == nullptr) return R"("200":{"description":"Not JSON: a file, a page or a plain text."})";
    if (shape->given == nullptr) return R"("204":{"description":"Done."})";
    return fmt::format(R"("{}":{{"description":"Done.","content":{{"application/json":{{"schema":{}}}}}}})",
                       shape->status, shape->given(schemas));
}

// Who may ask. What a browser signed in by cookie writes carries a mark that no page elsewhere can set; a token needs
// none.
std::string security_of(const Route& route)
{
    if (open_to_all(route.act)) return "";
    return R"(,"security":[{"token":[]},{"session":[]},{"session_behind_tls":[]}])";
}

// The least scope of a token that opens the address.
std::string_view scope_of(const Route& route)
{
    const bool writes = route.method != "GET";
    for (const auto scope : {staff::Scope::read, staff::Scope::write, staff::Scope::admin})
        if (in_scope(scope, route.act, writes)) return name_of(scope);
    return "none";
}

std::string operation_id(const Route& route)
{
    std::string id = route.method + route.pattern;
    std::ranges::transform(id, id.begin(), [](char c) {
        if (c >= 'A' && c <= 'Z') return static_cast<char>(c + 32);
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '_';
    });
    return id;
}

std::string operation(const Route& route, const json::Shapes& shapes, json::Schemas& schemas)
{
    const auto address = route.method + " " + route.pattern;
    const auto shape = std::ranges::find(shapes, address, &json::Shape::address);
    const bool known = shape != shapes.end();
    std::string text = fmt::format(R"({{"operationId":"{}","x-act":"{}","parameters":{})", operation_id(route),
                                   name_of(route.act), parameters_of(route, address));
    if (!open_to_all(route.act)) text += fmt::format(R"(,"x-token-scope":"{}")", scope_of(route));
    text += security_of(route);
    if (known) text += body_of(*shape, schemas);
    return text + fmt::format(R"(,"responses":{{{},"default":{{"description":"Refused.","content":)"
                              R"({{"application/problem+json":{{"schema":{}}}}}}}}}}})",
                              answer_of(address, known ? &*shape : nullptr, schemas),
                              schemas.of<http::Problem>(json::Way::out));
}

// No address of the table: the answer is a WebSocket.
constexpr std::string_view live_connection =
    R"(,"/api/live":{"get":{"operationId":"get_api_live","x-act":"read_cases","x-token-scope":"read",)"
    R"("parameters":[],)"
    R"("security":[{"token":[]},{"session":[]},{"session_behind_tls":[]}],)"
    R"("responses":{"101":{"description":"A WebSocket that tells what happens, with the number of each event."}}}})";

std::string small(std::string word)
{
    std::ranges::transform(word, word.begin(),
                           [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    return word;
}

} // namespace

std::string openapi_text(const RouteTable& table)
{
    const auto shapes = all_shapes();
    json::Schemas schemas;
    std::map<std::string, std::string> paths;
    for (const auto& route : table.routes()) {
        auto& path = paths[route.pattern];
        path += fmt::format(R"({}"{}":{})", path.empty() ? "" : ",", small(route.method),
                            operation(route, shapes, schemas));
    }
    std::string text;
    for (const auto& [pattern, operations] : paths)
        text += fmt::format(R"({}"{}":{{{}}})", text.empty() ? "" : ",", pattern, operations);
    text += live_connection;
    schemas.of<cases::CaseRow>(json::Way::out); // Of the live connection.
    std::string components;
    for (const auto& [name, schema] : schemas.components())
        components += fmt::format(R"({}"{}":{})", components.empty() ? "" : ",", name, schema);
    return fmt::format(R"({{"openapi":"3.1.0","info":{{"title":"Amends","version":"1"}},"paths":{{{}}},)"
                       R"("components":{{"schemas":{{{}}},"securitySchemes":)"
                       R"({{"token":{{"type":"http","scheme":"bearer"}},)"
                       R"("session":{{"type":"apiKey","in":"cookie","name":"session"}},)"
                       R"("session_behind_tls":{{"type":"apiKey","in":"cookie","name":"__Host-session"}}}}}}}})",
                       text, components);
}

int print_openapi()
{
    // The table is made for a desk, so one is opened for a moment, in a folder that goes at once.
    auto folder = (std::filesystem::temp_directory_path() / "amends-openapi-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) throw Failure("cannot make a folder for a moment");
    Config config;
    config.data = folder;
    {
        const SystemClock clock;
        House house(config, clock);
        Gate gate(house);
        fmt::print("{}\n", openapi_text(routes(house, gate)));
    }
    std::filesystem::remove_all(folder);
    return 0;
}

} // namespace amends
