// SPDX-License-Identifier: Apache-2.0
#include "app/reply_routes.h"

#include "app/case_routes.h"
#include "case/case_http.h"
#include "case/enter_case.h"
#include "closure/closure_http.h"
#include "platform/crypto/hash.h"
#include "platform/json/read.h"
#include "platform/text/language.h"
#include "reply/call_customer.h"
#include "reply/reply_http.h"
#include "signal/answer_signal.h"
#include "signal/signal_views_sql.h"

namespace amends {
namespace {

struct Sent {
    cases::MessageView message{};
    cases::CaseView case_{};
};
BOOST_DESCRIBE_STRUCT(Sent, (), (message, case_))

reply::Writer writer_of(const Viewer& viewer) { return {viewer.user, viewer.name}; }

http::Response case_now(Desk& desk, const Viewer& viewer, int status, CaseId id)
{
    return with_case_reader(
        desk, viewer, [&](const cases::Reader& reader) { return http::reply(status, cases::case_page(reader, id)); });
}

http::Response post_message(Desk& desk, const http::Request& request, const Viewer& viewer)
{
    const auto queued = reply::post_message(desk.reply_ports(), writer_of(viewer), request);
    if (!queued) return http::refused(queued.error());
    return with_case_reader(desk, viewer, [&](const cases::Reader& reader) {
        const auto message = reader.views.message(queued->message_id);
        const auto page = cases::case_page(reader, queued->case_id);
        if (!message || !page) return http::refused({Refusal::not_found, "case.not_found"});
        return http::Response{201, json::text_of(Sent{*message, *page})};
    });
}

http::Response post_withdrawal(Desk& desk, const http::Request& request, const Viewer& viewer)
{
    return http::reply(200, reply::post_withdrawal(desk.reply_ports(), writer_of(viewer), request));
}

http::Response post_decision(Desk& desk, const http::Request& request, const Viewer& viewer)
{
    const auto decided = reply::post_decision(desk.reply_ports(), request);
    if (!decided) return http::refused(decided.error());
    const auto id = request.id<MessageId>("id");
    return with_case_reader(desk, viewer, [&](const cases::Reader& reader) {
        const auto message = reader.views.message(*id);
        return message ? http::Response{200, json::text_of(*message)}
                       : http::refused({Refusal::not_found, "message.not_found"});
    });
}

http::Response put_draft(Desk& desk, const http::Request& request, const Viewer& viewer)
{
    return http::reply(200, reply::put_draft(desk.reply_ports(), writer_of(viewer), request));
}

http::Response delete_draft(Desk& desk, const http::Request& request, const Viewer& viewer)
{
    const auto done = reply::delete_draft(desk.reply_ports(), writer_of(viewer), request);
    return done ? http::Response{204, ""} : http::refused(done.error());
}

http::Response post_case(Desk& desk, const http::Request& request, const Viewer& viewer)
{
    auto wish = json::parse<cases::EnterCase>(request.body);
    if (!wish) return http::refused(wish.error());
    const auto line = desk.channels.of_kind(channel::Kind::mail);
    if (!line) return http::refused({Refusal::conflict, "channel.none"});
    const auto language = text::language_of(wish->text);
    const cases::EntryPlace place{.channel_id = line->id,
                                  .language = language.code,
                                  .right_to_left = language.right_to_left,
                                  .body_hash = crypto::sha256_hex(wish->text)};
    const auto entered = cases::enter_case(desk.case_ports(), desk.conversation_ports(), *wish, place);
    if (!entered) return http::refused(entered.error());
    return case_now(desk, viewer, 201, entered->id);
}

struct CallWish {
    bool reached{};
    std::string summary{};
};
BOOST_DESCRIBE_STRUCT(CallWish, (), (reached, summary))

http::Response post_call(Desk& desk, const http::Request& request, const Viewer& viewer)
{
    const auto id = request.id<CaseId>("id");
    if (!id) return http::refused(id.error());
    auto wish = json::parse<CallWish>(request.body);
    if (!wish) return http::refused(wish.error());
    const auto done =
        reply::call_customer(desk.reply_ports(), viewer.user, {*id, wish->reached, std::move(wish->summary)});
    return done ? case_now(desk, viewer, 200, *id) : http::refused(done.error());
}

using Ending = Result<cases::Case> (*)(const closure::Ports&, const http::Request&);

DeskAnswer ends(Ending ending)
{
    return [ending](Desk& desk, const http::Request& request, const Viewer& viewer) {
        const auto ended = ending({desk.case_ports(), desk.promise_ports()}, request);
        return ended ? case_now(desk, viewer, 200, ended->id) : http::refused(ended.error());
    };
}

http::Response get_signals(Desk& desk, const http::Request&, const Viewer&)
{
    return {200, R"({"items":)" + json::text_of(signal::views(desk.session, desk.brand.brand())) + R"(,"next":null})"};
}

http::Response post_own(Desk& desk, const http::Request& request, const Viewer& viewer)
{
    const auto id = request.id<SignalId>("id");
    return id ? http::reply(200, signal::own_signal(desk.signal_ports(), *id, viewer.user)) : http::refused(id.error());
}

struct Explanation {
    std::string text{};
};
BOOST_DESCRIBE_STRUCT(Explanation, (), (text))

http::Response post_explanation(Desk& desk, const http::Request& request, const Viewer& viewer)
{
    const auto id = request.id<SignalId>("id");
    if (!id) return http::refused(id.error());
    auto wish = json::parse<Explanation>(request.body);
    if (!wish) return http::refused(wish.error());
    return http::reply(200,
                       signal::explain_signal(desk.signal_ports(),
                                              {.id = *id, .text = std::move(wish->text), .language = viewer.language}));
}

} // namespace

void add_reply_routes(RouteTable& table, House& house)
{
    const auto work = [&](const char* method, const char* pattern, DeskAnswer answer) {
        table.add(method, pattern, Act::work_cases, writes(house, std::move(answer)));
    };
    work("POST", "/api/v1/cases", post_case);
    work("POST", "/api/v1/cases/{id}/messages", post_message);
    work("POST", "/api/v1/messages/{id}/withdrawal", post_withdrawal);
    work("POST", "/api/v1/messages/{id}/recipients/{rid}/decision", post_decision);
    work("POST", "/api/v1/cases/{id}/calls", post_call);
    work("POST", "/api/v1/cases/{id}/resolution", ends(closure::post_resolution));
    work("POST", "/api/v1/cases/{id}/closure", ends(closure::post_closure));
    work("POST", "/api/v1/cases/{id}/reopening", ends(closure::post_reopening));
    table.add("PUT", "/api/v1/cases/{id}/draft", Act::write_notes, writes(house, put_draft));
    table.add("DELETE", "/api/v1/cases/{id}/draft", Act::write_notes, writes(house, delete_draft));
    table.add("GET", "/api/v1/signals", Act::see_signals, reads(house, get_signals));
    table.add("POST", "/api/v1/signals/{id}/own", Act::handle_signals, writes(house, post_own));
    table.add("POST", "/api/v1/signals/{id}/explanation", Act::handle_signals, writes(house, post_explanation));
}

json::Shapes reply_shapes()
{
    using namespace json;
    return {
        makes<cases::EnterCase, cases::CaseView>("POST /api/v1/cases"),
        makes<reply::MessageWish, Sent>("POST /api/v1/cases/{id}/messages"),
        shape<CallWish, cases::CaseView>("POST /api/v1/cases/{id}/calls"),
        shape<Nothing, ListOf<signal::SignalView>>("GET /api/v1/signals"),
        shape<Nothing, signal::Signal>("POST /api/v1/signals/{id}/own"),
        shape<Explanation, signal::Signal>("POST /api/v1/signals/{id}/explanation"),
    };
}

} // namespace amends
