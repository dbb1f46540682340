// SPDX-License-Identifier: Apache-2.0
#include "search/search_http.h"

#include "case/case_view.h"

namespace amends::search {
namespace {

Result<Asked> asked(const http::Request& request)
{
    const auto words = request.parameter("q").value_or("");
    if (words.find_first_not_of(" \t\r\n") == std::string::npos)
        return refuse(Refusal::invalid, "search.question_missing", "q");
    AMENDS_TRY(const auto limit, cases::limit_from(request.parameter("limit"), 50));
    AMENDS_TRY(const auto after, cases::cursor_from(request.parameter("cursor")));
    Asked question{.words = words, .limit = limit};
    if (after) question.after = std::pair(after->at, after->id);
    return question;
}

} // namespace

http::Response get_search(const std::function<SearchPage(const Asked&)>& find, const http::Request& request)
{
    const auto question = asked(request);
    return question ? http::Response{200, json::text_of(find(*question))} : http::refused(question.error());
}

json::Shapes shapes()
{
    using namespace json;
    return {
        shape<Nothing, SearchPage>("GET /api/v1/search"),
    };
}

} // namespace amends::search
