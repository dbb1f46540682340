// SPDX-License-Identifier: Apache-2.0
#include "app/board_routes.h"

#include "app/requests.h"
#include "board/board_http.h"
#include "board/board_sql.h"
#include "figure/figure_http.h"
#include "figure/figure_sql.h"
#include "silence/silence_http.h"
#include "silence/silence_sql.h"

namespace amends {
namespace {

http::Response who_is_forgotten(Desk& desk, const http::Request& request, const Viewer& viewer)
{
    return silence::get_silence(silence::SilenceSql(desk.session, desk.brand, desk.house.clock), viewer.user, request);
}

using BoardAnswer = http::Response (*)(const board::PromiseBoard&, UserId, const http::Request&);

DeskAnswer of_promises(BoardAnswer answer)
{
    return [answer](Desk& desk, const http::Request& request, const Viewer& viewer) {
        return answer(board::BoardSql(desk.session, desk.brand.brand(), desk.house.clock), viewer.user, request);
    };
}

using FigureAnswer = http::Response (*)(const figure::FigureStore&, const http::Request&);

DeskAnswer of_figures(FigureAnswer answer)
{
    return [answer](Desk& desk, const http::Request& request, const Viewer&) {
        return answer(figure::FigureSql(desk.session, desk.brand.brand(), desk.house.clock), request);
    };
}

} // namespace

void add_board_routes(RouteTable& table, House& house)
{
    const auto read = [&](const char* pattern, DeskAnswer answer) {
        table.add("GET", pattern, Act::read_cases, reads(house, std::move(answer)));
    };
    read("/api/v1/silence", who_is_forgotten);
    read("/api/v1/promises/board", of_promises(board::get_board));
    read("/api/v1/promises", of_promises(board::get_promises));
    read("/api/v1/figures/promises", of_figures(figure::get_figures));
    read("/api/v1/figures/promises/cases", of_figures(figure::get_behind));
}

} // namespace amends
