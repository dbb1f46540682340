// SPDX-License-Identifier: Apache-2.0
#include "reply/copies.h"

#include "case/change_case.h"
#include "signal/open_signal.h"

#include <fmt/format.h>

#include <algorithm>

namespace amends::reply {
namespace {

using conversation::Reach;
using conversation::Recipient;

std::optional<UserId> owner_of(const Ports& ports, const Recipient& copy)
{
    if (copy.case_id) {
        const auto of = ports.desk.cases.find(cases::shown_as(ports.desk.cases, *copy.case_id));
        if (of && of->owner_id) return of->owner_id;
    }
    const auto message = ports.desk.messages.find(copy.message_id);
    return message ? message->author_user : std::nullopt;
}

} // namespace

void log_copy(const Ports& ports, std::string type, const Recipient& copy)
{
    ports.desk.events.append(std::move(type), timeline::about("message", copy.message_id, copy.case_id),
                             fmt::format(R"({{"recipient":{}}})", static_cast<std::int64_t>(copy.id)));
}

bool become(const Ports& ports, const Recipient& before, Reach reach, std::string detail)
{
    Recipient after = before;
    after.reach = reach;
    after.reach_at = ports.desk.clock.now();
    after.detail = std::move(detail);
    after.claimed_until = std::nullopt;
    return ports.desk.messages.change(before, after);
}

void warn_owner(const Ports& ports, std::string_view detector, const Recipient& copy)
{
    signal::open_signal(ports.signals,
                        {.detector = std::string(detector),
                         .subject_kind = "recipient",
                         .subject = static_cast<std::int64_t>(copy.id),
                         .case_id = copy.case_id,
                         .evidence = fmt::format(R"({{"message":{}}})", static_cast<std::int64_t>(copy.message_id)),
                         .owner = owner_of(ports, copy)});
}

void settle_warnings(const Ports& ports, const Recipient& copy)
{
    for (const auto detector : {unconfirmed_send, send_delayed, send_failed})
        signal::settle_signal(ports.signals, detector, "recipient", static_cast<std::int64_t>(copy.id));
}

bool nobody_reached(const Ports& ports, MessageId id)
{
    const auto copies = ports.desk.messages.recipients(id);
    return std::ranges::none_of(copies, [](const Recipient& copy) {
        return copy.reach != Reach::failed && copy.reach != Reach::bounced && copy.reach != Reach::skipped;
    });
}

} // namespace amends::reply
