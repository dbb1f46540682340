// SPDX-License-Identifier: Apache-2.0
#include "board/board_http.h"

namespace amends::board {
namespace {

Result<BoardWish> board_wish(UserId viewer, const http::Request& request)
{
    const auto side = from_name<promise::Side>(request.parameter("side").value_or("us"));
    if (!side) return refuse(Refusal::invalid, "board.side_unknown", "side");
    const auto whose = from_name<Whose>(request.parameter("who").value_or("all"));
    if (!whose) return refuse(Refusal::invalid, "board.who_unknown", "who");
    return BoardWish{*side, *whose, viewer};
}

Result<ListWish> list_wish(UserId viewer, const http::Request& request)
{
    AMENDS_TRY(const auto board, board_wish(viewer, request));
    const auto column = from_name<Column>(request.parameter("column").value_or("late"));
    if (!column) return refuse(Refusal::invalid, "board.column_unknown", "column");
    AMENDS_TRY(const auto limit, cases::limit_from(request.parameter("limit"), 50));
    AMENDS_TRY(const auto after, cases::cursor_from(request.parameter("after")));
    return ListWish{board, *column, limit, after};
}

} // namespace

http::Response get_board(const PromiseBoard& board, UserId viewer, const http::Request& request)
{
    const auto wish = board_wish(viewer, request);
    return wish ? http::Response{200, json::text_of(board.board(*wish))} : http::refused(wish.error());
}

http::Response get_promises(const PromiseBoard& board, UserId viewer, const http::Request& request)
{
    const auto wish = list_wish(viewer, request);
    return wish ? http::Response{200, json::text_of(board.list(*wish))} : http::refused(wish.error());
}

json::Shapes shapes()
{
    using namespace json;
    return {
        shape<Nothing, Board>("GET /api/v1/promises/board"),
        shape<Nothing, CardList>("GET /api/v1/promises"),
    };
}

} // namespace amends::board
