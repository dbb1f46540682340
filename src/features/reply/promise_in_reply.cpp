// SPDX-License-Identifier: Apache-2.0
#include "reply/promise_in_reply.h"

#include "case/change_case.h"
#include "promise/make_promise.h"
#include "promise/pass_time.h"
#include "promise/record_promise.h"
#include "reply/addressees.h"

#include <fmt/format.h>

#include <algorithm>

namespace amends::reply {
namespace {

bool wants_history(const promise::Intended& intended)
{
    return intended.kind == promise::Kind::outcome && intended.basis != promise::Basis::clause &&
           intended.basis != promise::Basis::fact;
}

Refusal in_list(Refusal refusal, std::size_t place)
{
    refusal.field = fmt::format("promises.{}.{}", place, refusal.field);
    return refusal;
}

} // namespace

Result<std::vector<IntendedPromise>> grounded(const Ports& ports, const cases::Case& of, const SendReply& wish)
{
    std::vector<IntendedPromise> list;
    if (wish.promises.size() > 10) return refuse(Refusal::invalid, "promise.too_many", "promises");
    const bool asks_history = std::ranges::any_of(wish.promises, wants_history);
    const promise::Support support = asks_history ? ports.dates.support(of) : promise::Support{};
    for (std::size_t place = 0; place < wish.promises.size(); ++place) {
        const auto& intended = wish.promises[place];
        const auto basis = promise::basis_of(intended, support, ports.desk.clock.now());
        if (!basis) return std::unexpected(in_list(basis.error(), place));
        if (auto fits = promise::within_capacity(ports.desk, ports.capacity, of, intended); !fits)
            return std::unexpected(in_list(fits.error(), place));
        IntendedPromise kept{.ordinal = static_cast<std::int64_t>(place),
                             .kind = intended.kind,
                             .text = intended.text,
                             .due_at = intended.due_at,
                             .basis = *basis,
                             .ground = intended.ground};
        if (wants_history(intended)) {
            kept.history_n = support.n;
            kept.honest_at = support.honest_at;
        }
        list.push_back(std::move(kept));
    }
    return list;
}

std::optional<SaidPromise> said_in(const Ports& ports, const cases::Case& of, std::string_view text)
{
    return ports.reading.promise_in(text, zone_of(ports, of.person_id), ports.desk.clock.now());
}

bool unasked(const Ports& ports, const cases::Case& of, const SendReply& wish)
{
    if (wish.not_a_promise || !wish.promises.empty()) return false;
    const auto said = said_in(ports, of, wish.text);
    if (!said) return false;
    const bool news_in_time = said->kind == promise::Kind::update && wish.next_update_at &&
                              (!said->due_at || *wish.next_update_at <= *said->due_at);
    return !news_in_time;
}

void keep_intended(const Ports& ports, MessageId message, std::vector<IntendedPromise> intended,
                   const std::vector<PromiseId>& warns)
{
    for (auto& each : intended) {
        each.message_id = message;
        ports.replies.add(each);
    }
    for (const PromiseId promise : warns) ports.replies.warns(message, promise);
}

Result<void> tell_promises(const Ports& ports, const conversation::Message& message, CaseId case_id)
{
    if (message.author != conversation::Author::agent) return {};
    for (auto& intended : ports.replies.intended(message.id)) {
        if (intended.promise_id) continue;
        AMENDS_TRY(const auto made, promise::make_promise(ports.promising, {.case_id = case_id,
                                                                            .side = promise::Side::us,
                                                                            .kind = intended.kind,
                                                                            .text = intended.text,
                                                                            .due_at = intended.due_at,
                                                                            .basis = intended.basis,
                                                                            .ground = intended.ground,
                                                                            .support = {intended.history_n.value_or(0),
                                                                                        intended.honest_at},
                                                                            .told_by = message.id,
                                                                            .made_by = message.author_user}));
        intended.promise_id = made.id;
        ports.replies.told(intended);
    }
    return {};
}

void tell_warnings(const Ports& ports, MessageId message, Instant sent_at)
{
    for (const PromiseId id : ports.replies.warned_by(message)) promise::mark_warned(ports.promising, id, sent_at);
}

} // namespace amends::reply
