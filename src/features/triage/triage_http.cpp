// SPDX-License-Identifier: Apache-2.0
#include "triage/triage_http.h"

#include "platform/json/read.h"

namespace amends::triage {
namespace {

struct DecisionWish {
    Decision decision{};
    std::optional<CaseId> case_id{};
};
BOOST_DESCRIBE_STRUCT(DecisionWish, (), (decision, case_id))

Result<Decided> decided(const Ports& ports, const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<RawMessageId>("id"));
    AMENDS_TRY(const auto wish, json::parse<DecisionWish>(request.body));
    return decide_triage(ports, {id, wish.decision, wish.case_id});
}

Result<Decided> undone(const Ports& ports, const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<RawMessageId>("id"));
    return undo_decision(ports, id);
}

} // namespace

http::Response get_triage(const TriageViews& views) { return {200, json::text_of(views.list())}; }

http::Response post_decision(const Ports& ports, const http::Request& request)
{
    return http::reply(200, decided(ports, request));
}

http::Response post_decision_undo(const Ports& ports, const http::Request& request)
{
    return http::reply(200, undone(ports, request));
}

json::Shapes shapes()
{
    using namespace json;
    return {
        shape<Nothing, TriageList>("GET /api/v1/triage"),
        shape<DecisionWish, Decided>("POST /api/v1/triage/{id}/decision"),
        shape<Nothing, Decided>("POST /api/v1/triage/{id}/decision/undo"),
    };
}

} // namespace amends::triage
