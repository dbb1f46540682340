// SPDX-License-Identifier: Apache-2.0
#include "reply/told.h"

#include "case/change_case.h"
#include "promise/keep_updates.h"
#include "promise/record_promise.h"
#include "promise/tell_next_update.h"
#include "reply/promise_in_reply.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace amends::reply {
namespace {

using conversation::Author;
using conversation::Message;

constexpr int looked_through = 200; // Of the newest messages of a case.

void write_promise(const Ports& ports, const Message& message, Reply& reply)
{
    if (!reply.next_update_at || reply.promise_id) return;
    const auto of = ports.desk.cases.find(cases::shown_as(ports.desk.cases, reply.case_id));
    if (!of) return;
    const auto promise = promise::tell_next_update(ports.promising, {.case_id = reply.case_id,
                                                                     .beneficiary = of->person_id,
                                                                     .told_by = message.id,
                                                                     .made_by = message.author_user,
                                                                     .keeper = of->owner_id,
                                                                     .due_at = *reply.next_update_at});
    reply.promise_id = promise.id;
}

void write_contact(const Ports& ports, PersonId person, const Reply& reply, const Message& message, Instant at)
{
    ports.replies.add(Contact{.id = ports.desk.ids.next<ContactId>(),
                              .person_id = person,
                              .channel_id = reply.channel_id,
                              .source = message.author == Author::agent ? ContactSource::agent : ContactSource::rule,
                              .started_at = at,
                              .ended_at = at,
                              .case_id = reply.case_id,
                              .message_id = message.id});
}

// When the customer wrote again while this message was under way, that is still unanswered.
std::optional<Instant> unanswered_since(const Ports& ports, CaseId id, const Message& message)
{
    std::optional<Instant> since;
    const auto newest = ports.desk.messages.of_case(id, Instant::max(), MessageId{INT64_MAX}, looked_through);
    for (const Message& other : newest)
        if (other.direction == conversation::Direction::inbound && other.automatic.empty() && other.at > message.at)
            since = since ? std::min(*since, other.at) : other.at;
    return since;
}

cases::Case after_telling(const Ports& ports, const cases::Case& before, const Message& message, Instant sent_at)
{
    if (message.author == Author::rule) { // A receipt answers nothing: the customer still waits for us.
        cases::Case after = before;
        after.last_told_at = std::max(sent_at, before.last_told_at.value_or(sent_at));
        return after;
    }
    auto after = cases::told(before, sent_at, std::nullopt);
    if (const auto since = unanswered_since(ports, before.id, message)) {
        after.waiting_since = since;
        after.last_word = cases::LastWord::customer;
    }
    return after;
}

} // namespace

Result<void> has_left(const Ports& ports, const Message& message, Instant sent_at)
{
    auto reply = ports.replies.find(message.id);
    if (!reply || reply->told_at) return {};
    if (message.author == Author::agent) promise::keep_updates(ports.promising, reply->case_id, message.id, sent_at);

    const auto shown = cases::shown_as(ports.desk.cases, reply->case_id);
    if (shown != reply->case_id && message.author == Author::agent)
        promise::keep_updates(ports.promising, shown, message.id, sent_at);
    AMENDS_TRY(const auto before, cases::existing(ports.desk, shown));
    reply->former_waiting_since = before.waiting_since;
    reply->former_last_told_at = before.last_told_at;
    reply->former_last_word = before.last_word;
    reply->told_at = sent_at;
    const bool sent_again = std::exchange(reply->untold_at, std::nullopt).has_value() && cases::live(before.status);
    write_promise(ports, message, *reply);
    if (auto told = tell_promises(ports, message, reply->case_id); !told) return told;
    tell_warnings(ports, message.id, sent_at);
    ports.replies.change(*reply);
    // When the customer could know: the log of copies knows when a server took each, not which of them told first.
    ports.desk.events.append("message.told", timeline::about("message", message.id, reply->case_id),
                             fmt::format(R"({{"at":{}}})", sent_at.time_since_epoch().count()));
    write_contact(ports, before.person_id, *reply, message, sent_at);
    auto after = after_telling(ports, before, message, sent_at);
    if (sent_again && reply->next_update_at && !ports.replies.following(*reply))
        after.next_update_at = reply->next_update_at;
    AMENDS_TRY([[maybe_unused]] const auto written, cases::write(ports.desk, before, std::move(after)));
    return promise::refresh_clock(ports.promising, shown);
}

Result<void> may_have_left(const Ports& ports, const Message& message)
{
    auto reply = ports.replies.find(message.id);
    if (!reply || reply->promise_id) return {};
    write_promise(ports, message, *reply);
    ports.replies.change(*reply);
    if (auto told = tell_promises(ports, message, reply->case_id); !told) return told;
    return promise::refresh_clock(ports.promising, reply->case_id);
}

Result<void> reached_nobody(const Ports& ports, const Message& message)
{
    auto reply = ports.replies.find(message.id);
    if (!reply || reply->untold_at || reply->withdrawn_at) return {};
    AMENDS_TRY(const auto before, cases::existing(ports.desk, cases::shown_as(ports.desk.cases, reply->case_id)));
    auto after = before;
    if (const auto following = ports.replies.following(*reply)) {
        auto patched = *following;
        if (reply->next_update_at && patched.former_next_update_at == reply->next_update_at)
            patched.former_next_update_at = reply->former_next_update_at;
        ports.replies.change(patched);
    }
    if (reply->next_update_at && before.next_update_at == reply->next_update_at && cases::live(before.status))
        after.next_update_at = reply->former_next_update_at;
    if (reply->told_at && before.last_told_at == reply->told_at) {
        after.last_told_at = reply->former_last_told_at;
        if (message.author == Author::agent && cases::live(before.status)) {
            after.last_word = reply->former_last_word;
            if (!before.waiting_since) after.waiting_since = reply->former_waiting_since;
        }
    }
    reply->untold_at = ports.desk.clock.now();
    reply->told_at = std::nullopt;
    ports.replies.change(*reply);
    ports.desk.events.append("message.untold", timeline::about("message", message.id, reply->case_id));
    AMENDS_TRY([[maybe_unused]] const auto written, cases::write(ports.desk, before, std::move(after)));
    return {};
}

} // namespace amends::reply
