// SPDX-License-Identifier: Apache-2.0
#include "closure/customer_says.h"

#include "case/change_case.h"
#include "closure/close_case.h"
#include "closure/reopen_case.h"
#include "promise/keep_updates.h"

namespace amends::closure {
namespace {

// Also what nobody has taken yet can be solved by itself.
cases::Case solved(cases::Case of, Instant now)
{
    of.status = cases::Status::resolved;
    of.resolved_at = now;
    of.settles_at = now;
    of.next_update_at = of.waiting_since = of.pull_by = std::nullopt;
    of.last_word = cases::LastWord::customer;
    return of;
}

Result<cases::Case> resolved_by_customer(const Ports& ports, const cases::Case& before)
{
    if (auto free = check_promises(ports, before.id); !free) return std::unexpected(free.error());
    AMENDS_TRY(const auto after, cases::write(ports.desk, before, solved(before, ports.desk.clock.now())));
    cases::end_open_wait(ports.desk, before.id);
    promise::release_updates(ports.promising, before.id);
    ports.desk.events.append("case.resolved", timeline::about(before.id), R"({"by":"customer"})");
    return after;
}

} // namespace

Result<cases::Case> customer_says_solved(const Ports& ports, CaseId id)
{
    AMENDS_TRY(const auto before, cases::existing(ports.desk, id));
    if (cases::ended(before.status)) return before;
    if (cases::live(before.status)) {
        AMENDS_TRY([[maybe_unused]] const auto resolved, resolved_by_customer(ports, before));
    } else if (cases::settling(before.status)) promise::release_updates(ports.promising, id);
    return close_case(ports, id, cases::ConfirmedBy::customer);
}

Result<cases::Case> customer_says_unsolved(const Ports& ports, CaseId id)
{
    AMENDS_TRY(const auto before, cases::existing(ports.desk, id));
    if (cases::live(before.status)) return before;
    const auto& desk = ports.desk;
    if (!cases::may_reopen(before, desk.clock.now(), desk.brand.brand().reopen_days))
        return refuse(Refusal::not_found, "portal.link_ended");
    AMENDS_TRY(const auto back, reopen_case(ports, id));
    cases::Case heard = back;
    heard.last_word = cases::LastWord::customer;
    desk.events.append("customer.said_unsolved", timeline::about(id));
    return cases::write(desk, back, std::move(heard));
}

} // namespace amends::closure
