// SPDX-License-Identifier: Apache-2.0
#include "case/put_case_on_wait.h"

#include "case/acting.h"
#include "case/change_case.h"

#include <fmt/format.h>

namespace amends::cases {
namespace {

Result<void> check(const PutCaseOnWait& wish, Instant now)
{
    if (trimmed(wish.reason).empty()) return refuse(Refusal::invalid, "wait.reason_missing", "reason");
    if (!wish.review_at) return refuse(Refusal::invalid, "wait.review_missing", "review_at");
    if (*wish.review_at <= now) return refuse(Refusal::invalid, "wait.review_in_past", "review_at");
    if (wish.next_update_at && *wish.next_update_at <= now)
        return refuse(Refusal::invalid, "wait.next_update_in_past", "next_update_at");
    if (wish.waits_on == Side::partner && trimmed(wish.partner.value_or("")).empty())
        return refuse(Refusal::invalid, "wait.partner_missing", "partner");
    return {};
}

// What the customer has been told stands: a wait makes no update later, it only sets one where none is to come.
Result<Instant> next_update(const Case& before, const PutCaseOnWait& wish, Instant now)
{
    const bool told = before.next_update_at && *before.next_update_at > now;
    if (told) return std::min(*before.next_update_at, wish.next_update_at.value_or(*before.next_update_at));
    if (!wish.next_update_at) return refuse(Refusal::invalid, "wait.next_update_missing", "next_update_at");
    return *wish.next_update_at;
}

} // namespace

Result<Case> put_case_on_wait(const Ports& ports, const PutCaseOnWait& wish)
{
    const Instant now = ports.clock.now();
    AMENDS_TRY(const auto before, existing(ports, wish.case_id));
    AMENDS_TRY(auto waiting, put_on_wait(before, wish.waits_on));
    if (auto sound = check(wish, now); !sound) return std::unexpected(sound.error());
    AMENDS_TRY(waiting.next_update_at, next_update(before, wish, now));
    AMENDS_TRY(const auto after, write(ports, before, std::move(waiting)));
    begin_wait(ports, after,
               {.waits_on = wish.waits_on,
                .reason = trimmed(wish.reason),
                .partner = wish.waits_on == Side::partner ? wish.partner : std::nullopt,
                .review_at = wish.review_at});
    ports.events.append("case.waiting", timeline::about(after.id),
                        fmt::format(R"({{"waits_on":"{}","review_at":{}}})", name_of(wish.waits_on),
                                    wish.review_at->time_since_epoch().count()));
    return after;
}

} // namespace amends::cases
