// SPDX-License-Identifier: Apache-2.0
#include "app/case_routes.h"

#include "conversation/message_http.h"
#include "conversation/remote_picture_http.h"
#include "guest/guest_http.h"
#include "platform/net/public_address.h"
#include "search/search_http.h"
#include "search/search_sql.h"
#include "triage/triage_http.h"
#include "triage/triage_views_sql.h"

namespace amends {
namespace {

// A route of cases: asks the views, or moves a case and answers how it is now.
using CaseAnswer = http::Response (*)(const cases::Reader&, const http::Request&);

DeskAnswer with_reader(CaseAnswer answer)
{
    return [answer](Desk& desk, const http::Request& request, const Viewer& viewer) {
        return with_case_reader(desk, viewer, [&](const cases::Reader& reader) { return answer(reader, request); });
    };
}

using ViewAnswer = http::Response (*)(const cases::CaseViews&, UserId, const http::Request&);

DeskAnswer with_views(ViewAnswer answer)
{
    return [answer](Desk& desk, const http::Request& request, const Viewer& viewer) {
        const cases::CaseViewsSql views(desk.session, desk.brand.brand(), desk.house.clock);
        return answer(views, viewer.user, request);
    };
}

using BodyAnswer = http::Response (*)(const conversation::Bodies&, const http::Request&);

DeskAnswer with_bodies(BodyAnswer answer)
{
    return [answer](Desk& desk, const http::Request& request, const Viewer&) {
        const auto key = desk.house.keys.derive(conversation::purpose_of_pictures);
        return answer(
            {desk.messages, desk.channels, desk.house.blobs, desk.session, desk.brand_id, key, desk.house.clock.now()},
            request);
    };
}

http::Response counts(const cases::CaseViews& views, UserId viewer, const http::Request&)
{
    return cases::get_views(views, viewer);
}

http::Response messages(const cases::CaseViews& views, UserId, const http::Request& request)
{
    return cases::get_case_messages(views, request);
}

http::Response person(const cases::CaseViews& views, UserId, const http::Request& request)
{
    return cases::get_person(views, request);
}

http::Response find(Desk& desk, const http::Request& request, const Viewer& viewer)
{
    search::CaseSearch search(desk.session, desk.brand.brand());
    return search::get_search(
        [&](const search::Asked& asked) {
            search::Question question{.words = asked.words, .language = viewer.language, .limit = asked.limit};
            if (asked.after) question.after = cases::Cursor{asked.after->first, asked.after->second};
            return search.find(question);
        },
        request);
}

void add_reading(RouteTable& table, House& house)
{
    const auto read = [&](const char* pattern, DeskAnswer answer) {
        table.add("GET", pattern, Act::read_cases, reads(house, std::move(answer)));
    };
    read("/api/v1/cases", with_views(cases::get_cases));
    read("/api/v1/views", with_views(counts));
    read("/api/v1/cases/{id}", with_reader(cases::get_case));
    read("/api/v1/cases/{id}/messages", with_views(messages));
    read("/api/v1/people/{id}", with_views(person));
    read("/api/v1/search", find);
    read("/api/v1/messages/{id}/html", with_bodies(conversation::get_message_html));
    read("/api/v1/messages/{id}/original", with_bodies(conversation::get_message_original));
    const auto pictures = std::make_shared<conversation::RemotePictures>(
        house.keys.derive(conversation::purpose_of_pictures), net::is_public);
    table.add("GET", "/image-proxy/{token}", Act::read_cases,
              [&house, pictures](const http::Request& request, const Viewer&) {
                  return pictures->get(request.in_path.at("token"), house.clock.now());
              });
}

void add_moving(RouteTable& table, House& house)
{
    const auto move = [&](const char* method, const char* pattern, CaseAnswer answer) {
        table.add(method, pattern, Act::work_cases, writes(house, with_reader(answer)));
    };
    table.add("POST", "/api/v1/cases/{id}/notes", Act::write_notes, writes(house, with_reader(cases::post_note)));
    move("POST", "/api/v1/cases/{id}/take", cases::post_take);
    move("POST", "/api/v1/cases/{id}/seen", cases::post_seen);
    move("POST", "/api/v1/cases/{id}/release", cases::post_release);
    move("POST", "/api/v1/cases/{id}/wait", cases::post_wait);
    move("POST", "/api/v1/cases/{id}/wait/end", cases::post_wait_end);
    move("PATCH", "/api/v1/cases/{id}", cases::patch_case);
    move("POST", "/api/v1/cases/{id}/spam", cases::post_spam);
    move("DELETE", "/api/v1/cases/{id}/spam", cases::delete_spam);
    move("POST", "/api/v1/cases/{id}/merge", cases::post_merge);
    move("DELETE", "/api/v1/cases/{id}/merge", cases::delete_merge);
    move("POST", "/api/v1/messages/{id}/move", cases::post_move);
}

using GuestAnswer = http::Response (*)(const cases::CaseViews&, const http::Request&);

void add_guests(RouteTable& table, House& house)
{
    const auto read = [&](const char* pattern, GuestAnswer answer) {
        table.add("GET", pattern, Act::read_as_guest,
                  reads(house, [answer](Desk& desk, const http::Request& request, const Viewer&) {
                      return answer(cases::CaseViewsSql(desk.session, desk.brand.brand(), desk.house.clock), request);
                  }));
    };
    read("/api/v1/guest/cases", guest::get_guest_cases);
    read("/api/v1/guest/cases/{id}", guest::get_guest_case);
    read("/api/v1/guest/cases/{id}/messages", guest::get_guest_messages);
}

http::Response get_triage(Desk& desk, const http::Request&, const Viewer&)
{
    return triage::get_triage(triage::TriageViewsSql(desk.session, desk.brand.brand(), desk.house.clock));
}

using TriageAnswer = http::Response (*)(const triage::Ports&, const http::Request&);

DeskAnswer decides(TriageAnswer answer)
{
    return [answer](Desk& desk, const http::Request& request, const Viewer&) {
        return answer(desk.triage_ports(), request);
    };
}

void add_triage(RouteTable& table, House& house)
{
    table.add("GET", "/api/v1/triage", Act::sort_triage, reads(house, get_triage));
    table.add("POST", "/api/v1/triage/{id}/decision", Act::sort_triage, writes(house, decides(triage::post_decision)));
    table.add("POST", "/api/v1/triage/{id}/decision/undo", Act::sort_triage,
              writes(house, decides(triage::post_decision_undo)));
}

} // namespace

std::string CustomerPagesOf::page_of(CaseId id, PersonId person) const
{
    const auto to = desk_.cases.find(id);
    return to ? reply::link_path(desk_.links, desk_.brand_id, *to, person) : "";
}

void add_case_routes(RouteTable& table, House& house)
{
    add_reading(table, house);
    add_moving(table, house);
    add_guests(table, house);
    add_triage(table, house);
}

std::string case_row_text(House& house, sql::Session& session, BrandId brand, CaseId id)
{
    const brand::BrandSqlStore store(session, brand);
    const auto row = cases::CaseViewsSql(session, store.brand(), house.clock).row(id);
    return row ? json::text_of(*row) : "";
}

} // namespace amends
