// SPDX-License-Identifier: Apache-2.0
#include "guest/guest_http.h"

namespace amends::guest {
namespace {

// Nobody's own: a guest holds no case.
constexpr UserId no_holder{};

Result<cases::ListWish> wish_of(const http::Request& request)
{
    const auto view = from_name<cases::View>(request.parameter("view").value_or("all"));
    if (!view || *view == cases::View::mine) return refuse(Refusal::invalid, "request.view_unknown", "view");
    AMENDS_TRY(const auto limit, cases::limit_from(request.parameter("limit"), 50));
    AMENDS_TRY(const auto after, cases::cursor_from(request.parameter("cursor")));
    return cases::ListWish{*view, no_holder, limit, after};
}

Result<GuestList> listed(const cases::CaseViews& views, const http::Request& request)
{
    AMENDS_TRY(const auto wish, wish_of(request));
    const auto found = views.list(wish);
    GuestList list{.next = found.next};
    for (const auto& row : found.items)
        if (shown_to_guests(row.status)) list.items.push_back(guest_row(row));
    return list;
}

Result<GuestView> shown(const cases::CaseViews& views, const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<CaseId>("id"));
    const auto found = views.find(id, no_holder);
    if (!found || !shown_to_guests(found->status)) return refuse(Refusal::not_found, "case.not_found");
    return guest_view(*found);
}

Result<GuestMessages> older(const cases::CaseViews& views, const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<CaseId>("id"));
    const auto row = views.row(id);
    if (!row || !shown_to_guests(row->status)) return refuse(Refusal::not_found, "case.not_found");
    AMENDS_TRY(const auto limit, cases::limit_from(request.parameter("limit"), 20));
    AMENDS_TRY(const auto after, cases::cursor_from(request.parameter("cursor")));
    const auto found = views.messages({id, limit, after});
    return GuestMessages{guest_messages(found.items), found.next};
}

} // namespace

http::Response get_guest_cases(const cases::CaseViews& views, const http::Request& request)
{
    return http::reply(200, listed(views, request));
}

http::Response get_guest_case(const cases::CaseViews& views, const http::Request& request)
{
    return http::reply(200, shown(views, request));
}

http::Response get_guest_messages(const cases::CaseViews& views, const http::Request& request)
{
    return http::reply(200, older(views, request));
}

json::Shapes shapes()
{
    using namespace json;
    return {
        shape<Nothing, GuestList>("GET /api/v1/guest/cases"),
        shape<Nothing, GuestView>("GET /api/v1/guest/cases/{id}"),
        shape<Nothing, GuestMessages>("GET /api/v1/guest/cases/{id}/messages"),
    };
}

} // namespace amends::guest
