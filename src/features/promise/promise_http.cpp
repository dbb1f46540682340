// SPDX-License-Identifier: Apache-2.0
#include "promise/promise_http.h"

#include "case/change_case.h"
#include "platform/json/read.h"
#include "promise/agreed.h"
#include "promise/fulfil_promise.h"
#include "promise/pass_time.h"

namespace amends::promise {

Result<Promise> post_promise(const Ports& ports, UserId by, const Honesty& honesty, const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<CaseId>("id"));
    AMENDS_TRY(auto wish, json::parse<NoteWish>(request.body));
    AMENDS_TRY(const auto of, cases::existing(ports.desk, id));
    const bool on_history =
        wish.side == Side::us && wish.kind == Kind::outcome && wish.basis != Basis::clause && wish.basis != Basis::fact;
    const NotePromise noted{.case_id = id,
                            .side = wish.side,
                            .told_how = wish.told_how,
                            .intended = {.kind = wish.kind,
                                         .text = std::move(wish.text).value_or(""),
                                         .due_at = wish.due_at,
                                         .basis = wish.basis,
                                         .ground = std::move(wish.ground).value_or("")},
                            .partner = std::move(wish.partner),
                            .told_by = wish.told_by};
    AMENDS_TRY(auto made, note_promise(ports, by, noted, on_history ? honesty.dates.support(of) : Support{}));
    if (wish.side != Side::us) return made;
    if (auto fits = within_capacity(ports.desk, honesty.capacity, of, noted.intended); !fits)
        return std::unexpected(fits.error());
    return made;
}

Result<Promise> post_fulfilment(const Ports& ports, const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<PromiseId>("id"));
    EvidenceWish wish;
    if (!request.body.empty()) {
        AMENDS_TRY(wish, json::parse<EvidenceWish>(request.body));
    }
    return fulfil_promise(ports, id, wish.evidence.value_or(""));
}

Result<Promise> post_move(const Ports& ports, const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<PromiseId>("id"));
    AMENDS_TRY(auto wish, json::parse<MoveWish>(request.body));
    return move_promise(
        ports, {.id = id, .due_at = wish.due_at, .agreement = {wish.message_id, std::move(wish.words).value_or("")}});
}

Result<Promise> post_release(const Ports& ports, const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<PromiseId>("id"));
    AMENDS_TRY(auto wish, json::parse<ReleaseWish>(request.body));
    return release_promise(ports, id, {wish.message_id, std::move(wish.words).value_or("")});
}

Result<Promise> post_confirmation(const Ports& ports, const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<PromiseId>("id"));
    return confirm_promise(ports, id);
}

} // namespace amends::promise
