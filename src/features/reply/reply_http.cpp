// SPDX-License-Identifier: Apache-2.0
#include "reply/reply_http.h"

#include "case/case_view.h"
#include "platform/json/read.h"
#include "platform/json/write.h"

namespace amends::reply {
namespace {

struct DecisionWish {
    Decision decision{};
};
BOOST_DESCRIBE_STRUCT(DecisionWish, (), (decision))

struct DraftWish {
    DraftKind kind{};
    std::string text{};
    std::optional<Instant> next_update_at{};
    std::optional<std::vector<AttachmentId>> attachments{};
    std::optional<MessageId> seen_message{};
    std::optional<std::vector<IntendedWish>> promises{};
};
BOOST_DESCRIBE_STRUCT(DraftWish, (), (kind, text, next_update_at, attachments, seen_message, promises))

template <class T>
std::vector<T> listed(std::optional<std::vector<T>>& list)
{
    return std::move(list).value_or(std::vector<T>{});
}

std::vector<promise::Intended> intended_from(std::optional<std::vector<IntendedWish>>& list)
{
    std::vector<promise::Intended> intended;
    for (auto& wish : listed(list)) intended.push_back(reply::intended_from(std::move(wish)));
    return intended;
}

} // namespace

promise::Intended intended_from(IntendedWish wish)
{
    return {.kind = wish.kind,
            .text = std::move(wish.text).value_or(""),
            .due_at = wish.due_at,
            .basis = wish.basis,
            .ground = std::move(wish.ground).value_or("")};
}

Result<Queued> post_message(const Ports& ports, const Writer& writer, const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<CaseId>("id"));
    AMENDS_TRY(auto wish, json::parse<MessageWish>(request.body));
    return send_reply(ports, writer,
                      {.case_id = id,
                       .text = std::move(wish.text),
                       .next_update_at = wish.next_update_at,
                       .final = wish.final.value_or(false),
                       .reason = wish.reason.value_or(""),
                       .to = listed(wish.to),
                       .cc = listed(wish.cc),
                       .attachments = listed(wish.attachments),
                       .seen_message = wish.seen_message,
                       .confirmed_stale = wish.confirmed_stale.value_or(false),
                       .promises = intended_from(wish.promises),
                       .not_a_promise = wish.not_a_promise.value_or(false),
                       .warns = listed(wish.warns)});
}

Result<Withdrawn> post_withdrawal(const Ports& ports, const Writer& writer, const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<MessageId>("id"));
    return withdraw_message(ports, writer, id);
}

Result<void> post_decision(const Ports& ports, const http::Request& request)
{
    AMENDS_TRY(const auto message, request.id<MessageId>("id"));
    AMENDS_TRY(const auto recipient, request.id<RecipientId>("rid"));
    AMENDS_TRY(const auto wish, json::parse<DecisionWish>(request.body));
    return decide_recipient(ports, {.message_id = message, .recipient_id = recipient, .decision = wish.decision});
}

Result<Saved> put_draft(const Ports& ports, const Writer& writer, const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<CaseId>("id"));
    AMENDS_TRY(auto wish, json::parse<DraftWish>(request.body));
    return save_draft(ports, writer.id,
                      {.case_id = id,
                       .kind = wish.kind,
                       .text = std::move(wish.text),
                       .next_update_at = wish.next_update_at,
                       .attachments = listed(wish.attachments),
                       .seen_message = wish.seen_message,
                       .promises = json::text_of(listed(wish.promises))});
}

Result<void> delete_draft(const Ports& ports, const Writer& writer, const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<CaseId>("id"));
    const auto name = request.parameter("kind").value_or("reply");
    const auto kind = from_name<DraftKind>(name);
    if (!kind) return refuse(Refusal::invalid, "request.field_unknown_value", "kind");
    return discard_draft(ports, writer.id, id, *kind);
}

json::Shapes shapes()
{
    using namespace json;
    return {
        shape<Nothing, Withdrawn>("POST /api/v1/messages/{id}/withdrawal"),
        shape<DecisionWish, cases::MessageView>("POST /api/v1/messages/{id}/recipients/{rid}/decision"),
        shape<DraftWish, Saved>("PUT /api/v1/cases/{id}/draft"),
        shape<Nothing, Nothing>("DELETE /api/v1/cases/{id}/draft"),
    };
}

} // namespace amends::reply
