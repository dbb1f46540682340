// SPDX-License-Identifier: Apache-2.0
#include "handover/handover_http.h"

#include "platform/json/read.h"

namespace amends::handover {

Result<cases::Case> post_hand_over(const Ports& ports, const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<CaseId>("id"));
    AMENDS_TRY(auto wish, json::parse<HandOverWish>(request.body));
    const bool escalates = wish.kind == cases::HandOverKind::hierarchical;
    return hand_over(ports, {.case_id = id,
                             .to_user = wish.user_id,
                             .to_team = wish.team_id,
                             .summary = std::move(wish.summary).value_or(""),
                             .kind = wish.kind,
                             .reason = wish.reason,
                             .contact_by = escalates ? wish.contact_by : std::nullopt});
}

http::Response get_draft(const Ports& ports, const DraftWords& words, const http::Request& request)
{
    const auto id = request.id<CaseId>("id");
    if (!id) return http::refused(id.error());
    const auto facts = facts_of(ports, *id);
    if (!facts) return http::refused(facts.error());
    return {200, json::text_of(Draft{draft_summary(*facts, words)})};
}

json::Shapes shapes()
{
    using namespace json;
    return {shape<Nothing, Draft>("GET /api/v1/cases/{id}/handover-draft")};
}

} // namespace amends::handover
