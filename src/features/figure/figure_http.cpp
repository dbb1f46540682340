// SPDX-License-Identifier: Apache-2.0
#include "figure/figure_http.h"

#include <charconv>

namespace amends::figure {
namespace {

constexpr int usual_weeks = 12;

std::optional<std::int64_t> number_in(const std::string& text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

Result<int> weeks_in(const http::Request& request)
{
    const auto text = request.parameter("weeks");
    if (!text) return usual_weeks;
    const auto weeks = number_in(*text);
    if (!weeks || *weeks < 1 || *weeks > most_weeks) return refuse(Refusal::invalid, "figure.weeks_invalid", "weeks");
    return static_cast<int>(*weeks);
}

Result<std::optional<Instant>> week_in(const http::Request& request)
{
    const auto text = request.parameter("week");
    if (!text) return std::optional<Instant>();
    const auto began = number_in(*text);
    if (!began) return refuse(Refusal::invalid, "figure.week_invalid", "week");
    return std::optional(Instant{std::chrono::milliseconds(*began)});
}

Result<BehindWish> behind_wish(const http::Request& request)
{
    const auto name = from_name<Name>(request.parameter("name").value_or(""));
    if (!name) return refuse(Refusal::invalid, "figure.name_unknown", "name");
    AMENDS_TRY(const auto weeks, weeks_in(request));
    AMENDS_TRY(const auto week, week_in(request));
    AMENDS_TRY(const auto limit, cases::limit_from(request.parameter("limit"), 50));
    AMENDS_TRY(const auto after, cases::cursor_from(request.parameter("after")));
    return BehindWish{*name, weeks, week, limit, after};
}

} // namespace

http::Response get_figures(const FigureStore& figures, const http::Request& request)
{
    const auto weeks = weeks_in(request);
    return weeks ? http::Response{200, json::text_of(figures.figures(*weeks))} : http::refused(weeks.error());
}

http::Response get_behind(const FigureStore& figures, const http::Request& request)
{
    const auto wish = behind_wish(request);
    return wish ? http::Response{200, json::text_of(figures.behind(*wish))} : http::refused(wish.error());
}

json::Shapes shapes()
{
    using namespace json;
    return {
        shape<Nothing, FiguresView>("GET /api/v1/figures/promises"),
        shape<Nothing, BehindList>("GET /api/v1/figures/promises/cases"),
    };
}

} // namespace amends::figure
