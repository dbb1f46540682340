// SPDX-License-Identifier: Apache-2.0
#include "case/case_http.h"

#include "case/change_case_facts.h"
#include "case/end_case_wait.h"
#include "case/mark_case_spam.h"
#include "case/merge_cases.h"
#include "case/move_message.h"
#include "case/put_case_on_wait.h"
#include "case/release_case.h"
#include "case/see_case.h"
#include "case/take_case.h"
#include "case/write_note.h"
#include "platform/json/read.h"

namespace amends::cases {
namespace {

struct Words {
    std::string text{};
};
BOOST_DESCRIBE_STRUCT(Words, (), (text))

struct Summary {
    std::string summary{};
};
BOOST_DESCRIBE_STRUCT(Summary, (), (summary))

struct WaitFor {
    Side waits_on{};
    std::optional<std::string> partner{};
    std::optional<std::string> reason{};
    std::optional<Instant> review_at{};
    std::optional<Instant> next_update_at{};
};
BOOST_DESCRIBE_STRUCT(WaitFor, (), (waits_on, partner, reason, review_at, next_update_at))

struct MergeInto {
    CaseId into{};
};
BOOST_DESCRIBE_STRUCT(MergeInto, (), (into))

struct MoveTo {
    std::optional<CaseId> case_id{};
};
BOOST_DESCRIBE_STRUCT(MoveTo, (), (case_id))

Result<ListWish> list_wish(UserId viewer, const http::Request& request)
{
    const auto view = from_name<View>(request.parameter("view").value_or("all"));
    if (!view) return refuse(Refusal::invalid, "request.view_unknown", "view");
    AMENDS_TRY(const auto limit, limit_from(request.parameter("limit"), 50));
    AMENDS_TRY(const auto after, cursor_from(request.parameter("cursor")));
    return ListWish{*view, viewer, limit, after};
}

Result<MessagesWish> messages_wish(const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<CaseId>("id"));
    AMENDS_TRY(const auto limit, limit_from(request.parameter("limit"), 20));
    AMENDS_TRY(const auto after, cursor_from(request.parameter("cursor")));
    return MessagesWish{id, limit, after};
}

// The body where one may be missing altogether.
template <class T>
Result<T> optional_body(const http::Request& request)
{
    if (request.body.empty()) return T{};
    return json::parse<T>(request.body);
}

http::Response answered(const Reader& reader, int status, const Result<Case>& changed)
{
    if (!changed) return http::refused(changed.error());
    return http::reply(status, case_page(reader, changed->id));
}

// Reads the id, acts and shows the case.
template <class Act>
http::Response with_case(const Reader& reader, const http::Request& request, Act act)
{
    const auto id = request.id<CaseId>("id");
    return id ? answered(reader, 200, act(*id)) : http::refused(id.error());
}

template <class T, class Act>
http::Response with_body(const Reader& reader, const http::Request& request, Act act)
{
    const auto wish = json::parse<T>(request.body);
    if (!wish) return http::refused(wish.error());
    return with_case(reader, request, [&](CaseId id) { return act(id, *wish); });
}

Result<NoteView> noted(const Reader& reader, CaseId id, std::string_view text)
{
    AMENDS_TRY(const auto note, write_note(reader.ports, id, text));
    const auto view = reader.views.note(note.id);
    if (!view) return refuse(Refusal::not_found, "note.not_found");
    return *view;
}

} // namespace

Result<CaseView> case_page(const Reader& reader, CaseId id)
{
    auto view = reader.views.find(id, reader.viewer);
    if (!view) return refuse(Refusal::not_found, "case.not_found");
    view->link = reader.pages.page_of(id, view->customer.id);
    const auto& brand = reader.ports.brand;
    if (live(view->status))
        view->suggested_update_at =
            brand.times().after_open_days(reader.ports.clock.now(), static_cast<int>(brand.brand().first_update_days));
    return *std::move(view);
}

http::Response get_cases(const CaseViews& views, UserId viewer, const http::Request& request)
{
    const auto wish = list_wish(viewer, request);
    return wish ? http::Response{200, json::text_of(views.list(*wish))} : http::refused(wish.error());
}

http::Response get_views(const CaseViews& views, UserId viewer) { return {200, json::text_of(views.counts(viewer))}; }

http::Response get_case(const Reader& reader, const http::Request& request)
{
    const auto id = request.id<CaseId>("id");
    return id ? http::reply(200, case_page(reader, *id)) : http::refused(id.error());
}

http::Response get_case_messages(const CaseViews& views, const http::Request& request)
{
    const auto wish = messages_wish(request);
    if (!wish) return http::refused(wish.error());
    if (!views.row(wish->case_id)) return http::refused({Refusal::not_found, "case.not_found"});
    return {200, json::text_of(views.messages(*wish))};
}

http::Response get_person(const CaseViews& views, const http::Request& request)
{
    const auto id = request.id<PersonId>("id");
    if (!id) return http::refused(id.error());
    const auto found = views.person(*id);
    return found ? http::Response{200, json::text_of(*found)} : http::refused({Refusal::not_found, "person.not_found"});
}

http::Response post_note(const Reader& reader, const http::Request& request)
{
    const auto id = request.id<CaseId>("id");
    if (!id) return http::refused(id.error());
    const auto wish = json::parse<Words>(request.body);
    return wish ? http::reply(201, noted(reader, *id, wish->text)) : http::refused(wish.error());
}

http::Response post_take(const Reader& reader, const http::Request& request)
{
    return with_case(reader, request, [&](CaseId id) { return take_case(reader.ports, id, reader.viewer); });
}

http::Response post_seen(const Reader& reader, const http::Request& request)
{
    return with_case(reader, request, [&](CaseId id) { return see_case(reader.ports, id, reader.viewer); });
}

http::Response post_release(const Reader& reader, const http::Request& request)
{
    return with_body<Summary>(
        reader, request, [&](CaseId id, const Summary& wish) { return release_case(reader.ports, id, wish.summary); });
}

http::Response post_wait(const Reader& reader, const http::Request& request)
{
    return with_body<WaitFor>(reader, request, [&](CaseId id, const WaitFor& wish) {
        return put_case_on_wait(reader.ports, {id, wish.waits_on, wish.partner, wish.reason.value_or(""),
                                               wish.review_at, wish.next_update_at});
    });
}

http::Response post_wait_end(const Reader& reader, const http::Request& request)
{
    return with_case(reader, request, [&](CaseId id) { return end_case_wait(reader.ports, id); });
}

http::Response patch_case(const Reader& reader, const http::Request& request)
{
    return with_body<ChangeCaseFacts>(reader, request, [&](CaseId id, const ChangeCaseFacts& wish) {
        return change_case_facts(reader.ports, id, wish);
    });
}

http::Response post_spam(const Reader& reader, const http::Request& request)
{
    return with_case(reader, request, [&](CaseId id) { return mark_case_spam(reader.ports, id); });
}

http::Response delete_spam(const Reader& reader, const http::Request& request)
{
    return with_case(reader, request, [&](CaseId id) { return unmark_case_spam(reader.ports, id); });
}

http::Response post_merge(const Reader& reader, const http::Request& request)
{
    return with_body<MergeInto>(
        reader, request, [&](CaseId id, const MergeInto& wish) { return merge_cases(reader.ports, id, wish.into); });
}

http::Response delete_merge(const Reader& reader, const http::Request& request)
{
    return with_case(reader, request, [&](CaseId id) { return unmerge_case(reader.ports, id); });
}

http::Response post_move(const Reader& reader, const http::Request& request)
{
    const auto id = request.id<MessageId>("id");
    if (!id) return http::refused(id.error());
    const auto wish = optional_body<MoveTo>(request);
    if (!wish) return http::refused(wish.error());
    const auto moved = move_message(reader.ports, {*id, wish->case_id});
    if (!moved) return http::refused(moved.error());
    return {200, json::text_of(MoveTo{moved->id})};
}

json::Shapes shapes()
{
    using namespace json;
    return {
        shape<Nothing, CaseList>("GET /api/v1/cases"),
        shape<Nothing, ViewCounts>("GET /api/v1/views"),
        shape<Nothing, CaseView>("GET /api/v1/cases/{id}"),
        shape<Nothing, MessageList>("GET /api/v1/cases/{id}/messages"),
        shape<Nothing, PersonView>("GET /api/v1/people/{id}"),
        makes<Words, NoteView>("POST /api/v1/cases/{id}/notes"),
        shape<Nothing, CaseView>("POST /api/v1/cases/{id}/take"),
        shape<Nothing, CaseView>("POST /api/v1/cases/{id}/seen"),
        shape<Summary, CaseView>("POST /api/v1/cases/{id}/release"),
        shape<WaitFor, CaseView>("POST /api/v1/cases/{id}/wait"),
        shape<Nothing, CaseView>("POST /api/v1/cases/{id}/wait/end"),
        shape<ChangeCaseFacts, CaseView>("PATCH /api/v1/cases/{id}"),
        shape<Nothing, CaseView>("POST /api/v1/cases/{id}/spam"),
        shape<Nothing, CaseView>("DELETE /api/v1/cases/{id}/spam"),
        shape<MergeInto, CaseView>("POST /api/v1/cases/{id}/merge"),
        shape<Nothing, CaseView>("DELETE /api/v1/cases/{id}/merge"),
        shape<MoveTo, MoveTo>("POST /api/v1/messages/{id}/move"),
    };
}

} // namespace amends::cases
