// SPDX-License-Identifier: Apache-2.0
#include "app/openapi.h"

#include "app/case_routes.h"
#include "app/commands.h"
#include "app/gate.h"
#include "app/routes.h"
#include "case/enter_case.h"
#include "platform/json/schema.h"
#include "portal/customer_view.h"
#include "reply/reply_http.h"
#include "search/search_row.h"
#include "signal/signal_views_sql.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace amends {
namespace {

struct Problem {
    std::string type{};
    std::string title{};
    std::int64_t status{};
    std::string kind{};
    std::string code{}; // Stable: programs rely on it.
    std::string field{};
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, kind, code, field))

struct SentMessage {
    cases::MessageView message{};
};
BOOST_DESCRIBE_STRUCT(SentMessage, (), (message))

struct Words {
    std::string text{};
};
BOOST_DESCRIBE_STRUCT(Words, (), (text))

struct SignalList {
    std::vector<signal::SignalView> items{};
    std::optional<std::string> next{};
};
BOOST_DESCRIBE_STRUCT(SignalList, (), (items, next))

using Schema = std::string (*)();

// What goes in and what comes out, where it is worth a name. Everything else is an object, or nothing.
struct Shape {
    std::string_view route;
    Schema in;
    Schema out;
};

const std::array shapes{
    Shape{"GET /api/v1/cases", nullptr, json::schema<cases::CaseList>},
    Shape{"POST /api/v1/cases", json::schema<cases::EnterCase>, json::schema<cases::CaseView>},
    Shape{"GET /api/v1/views", nullptr, json::schema<cases::ViewCounts>},
    Shape{"GET /api/v1/cases/{id}", nullptr, json::schema<cases::CaseView>},
    Shape{"GET /api/v1/cases/{id}/messages", nullptr, json::schema<cases::MessageList>},
    Shape{"POST /api/v1/cases/{id}/messages", json::schema<reply::MessageWish>, json::schema<SentMessage>},
    Shape{"POST /api/v1/cases/{id}/notes", json::schema<Words>, json::schema<cases::NoteView>},
    Shape{"POST /api/v1/cases/{id}/take", nullptr, json::schema<cases::CaseView>},
    Shape{"GET /api/v1/people/{id}", nullptr, json::schema<cases::PersonView>},
    Shape{"GET /api/v1/search", nullptr, json::schema<search::SearchPage>},
    Shape{"GET /api/v1/signals", nullptr, json::schema<SignalList>},
    Shape{"GET /api/v1/customer/{link}", nullptr, json::schema<portal::CustomerView>},
};

std::string parameters_of(std::string_view pattern)
{
    std::string list;
    for (auto open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{', open + 1)) {
        const auto name = pattern.substr(open + 1, pattern.find('}', open) - open - 1);
        const bool number = name == "id" || name == "rid";
        list += fmt::format(R"({}{{"name":"{}","in":"path","required":true,"schema":{{"type":"{}"}}}})",
                            list.empty() ? "" : ",", name, number ? "integer" : "string");
    }
    return "[" + list + "]";
}

std::string content(Schema schema)
{
    return fmt::format(R"({{"application/json":{{"schema":{}}}}})", schema ? schema() : R"({"type":"object"})");
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

std::string operation(const Route& route)
{
    const auto name = route.method + " " + route.pattern;
    const auto* const shape = std::ranges::find(shapes, name, &Shape::route);
    const bool known = shape != shapes.end();
    std::string text = fmt::format(R"({{"operationId":"{}","x-act":"{}","parameters":{})", operation_id(route),
                                   name_of(route.act), parameters_of(route.pattern));
    if (!open_to_all(route.act)) text += R"(,"security":[{"token":[]},{"session":[]}])";
    if (route.method != "GET" && route.method != "DELETE")
        text += fmt::format(R"(,"requestBody":{{"content":{}}})", content(known ? shape->in : nullptr));
    return text + fmt::format(R"(,"responses":{{"2XX":{{"description":"done","content":{}}},)"
                              R"("default":{{"description":"refused","content":{{"application/problem+json":)"
                              R"({{"schema":{{"$ref":"#/components/schemas/Problem"}}}}}}}}}}}})",
                              content(known ? shape->out : nullptr));
}

std::string small(std::string word)
{
    std::ranges::transform(word, word.begin(),
                           [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    return word;
}

} // namespace

std::string openapi_text(const RouteTable& table)
{
    std::map<std::string, std::string> paths;
    for (const auto& route : table.routes()) {
        auto& path = paths[route.pattern];
        path += fmt::format(R"({}"{}":{})", path.empty() ? "" : ",", small(route.method), operation(route));
    }
    std::string text;
    for (const auto& [pattern, operations] : paths)
        text += fmt::format(R"({}"{}":{{{}}})", text.empty() ? "" : ",", pattern, operations);
    return fmt::format(R"({{"openapi":"3.1.0","info":{{"title":"Amends","version":"{}"}},"paths":{{{}}},)"
                       R"("components":{{"schemas":{{"Problem":{},"CaseRow":{},"Message":{}}},"securitySchemes":)"
                       R"({{"token":{{"type":"http","scheme":"bearer"}},)"
                       R"("session":{{"type":"apiKey","in":"cookie","name":"session"}}}}}}}})",
                       "1", text, json::schema<Problem>(), json::schema<cases::CaseRow>(),
                       json::schema<cases::MessageView>());
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
