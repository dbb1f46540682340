// SPDX-License-Identifier: Apache-2.0
#include "reply/withdraw_message.h"

#include "case/change_case.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace amends::reply {
namespace {

using conversation::Message;
using conversation::Reach;
using conversation::Recipient;

Result<void> hold_back(const Ports& ports, const std::vector<Recipient>& recipients)
{
    for (const Recipient& recipient : recipients) {
        if (recipient.reach != Reach::pending) continue;
        Recipient skipped = recipient;
        skipped.reach = Reach::skipped;
        skipped.reach_at = ports.desk.clock.now();
        skipped.detail = conversation::withdrawn_detail;
        if (!ports.desk.messages.change(recipient, skipped))
            return refuse(Refusal::conflict, "message.already_leaving");
        ports.desk.agenda.strike(send, static_cast<std::int64_t>(recipient.id));
    }
    return {};
}

// The wait that ended with the case goes on from there as if nothing had been: no second is lost between the two.
void resume_wait(const Ports& ports, const cases::Case& of)
{
    const auto waits = ports.desk.cases.waits(of.id);
    if (waits.empty() || !waits.back().ends_at) return;
    auto resumed = waits.back();
    resumed.id = ports.desk.ids.next<WaitId>();
    resumed.starts_at = *std::exchange(resumed.ends_at, std::nullopt);
    ports.desk.cases.add(resumed);
    if (resumed.review_at)
        ports.desk.agenda.put(cases::review_due, static_cast<std::int64_t>(of.id), *resumed.review_at);
}

// Only what is still as the reply left it: whatever somebody did since then stands.
cases::Case put_back(const cases::Case& now_is, const Reply& reply, const Message& message)
{
    cases::Case back = now_is;
    const bool ended_by_it =
        reply.final && now_is.status == cases::Status::resolved && now_is.resolution == message.text_id;
    if (ended_by_it) {
        back.status = reply.former_owner ? reply.former_status : cases::Status::open;
        back.resolution = std::nullopt;
        back.resolved_at = back.settles_at = std::nullopt;
        back.waiting_since = reply.former_waiting_since;
        back.next_update_at = reply.former_next_update_at;
    }
    const bool taken_by_it = reply.former_status == cases::Status::queued && now_is.owner_id == message.author_user &&
                             back.status == cases::Status::open;
    if (taken_by_it) {
        back.status = cases::Status::queued;
        back.owner_id = reply.former_owner;
        back.pull_by = reply.former_pull_by;
    }
    if (reply.next_update_at && now_is.next_update_at == reply.next_update_at)
        back.next_update_at = reply.former_next_update_at;
    if (now_is.last_message_at == message.at) back.last_message_at = reply.former_last_message_at;
    return back;
}

void restore_draft(const Ports& ports, const Message& message, const Reply& reply, const std::string& text)
{
    if (ports.replies.draft(reply.case_id, *message.author_user, DraftKind::reply)) return;
    std::vector<std::int64_t> files;
    for (const auto& file : ports.desk.messages.attachments(message.id))
        files.push_back(static_cast<std::int64_t>(file.id));
    ports.replies.put({.case_id = reply.case_id,
                       .user_id = *message.author_user,
                       .text = text,
                       .next_update_at = reply.next_update_at,
                       .attachments = fmt::format("[{}]", fmt::join(files, ",")),
                       .promises = ports.replies.as_draft(ports.replies.intended(message.id)),
                       .saved_at = ports.desk.clock.now()});
}

Result<void> undo_on_case(const Ports& ports, const Reply& reply, const Message& message)
{
    if (const auto following = ports.replies.following(reply)) {
        ports.replies.change(without(reply, *following));
        return {};
    }
    AMENDS_TRY(const auto before, cases::existing(ports.desk, reply.case_id));
    AMENDS_TRY(const auto after, cases::write(ports.desk, before, put_back(before, reply, message)));
    if (!cases::live(before.status) && cases::live(after.status)) resume_wait(ports, after);
    if (before.owner_id && !after.owner_id) ports.desk.events.append("case.released", timeline::about(after.id));
    return {};
}

} // namespace

Result<Withdrawn> withdraw_message(const Ports& ports, const Writer& writer, MessageId id)
{
    const auto message = ports.desk.messages.find(id);
    auto reply = ports.replies.find(id);
    if (!message || !reply || message->author != conversation::Author::agent)
        return refuse(Refusal::not_found, "message.not_found");
    if (message->author_user != writer.id) return refuse(Refusal::forbidden, "act.not_yours");

    const auto recipients = ports.desk.messages.recipients(id);
    const bool whole = std::ranges::all_of(recipients, [](const Recipient& recipient) {
        return recipient.reach == Reach::pending || recipient.reach == Reach::skipped;
    });
    if (!whole || reply->withdrawn_at || ports.desk.clock.now() >= *message->send_after)
        return refuse(Refusal::conflict, "message.already_leaving");
    if (auto held = hold_back(ports, recipients); !held) return std::unexpected(held.error());

    if (auto undone = undo_on_case(ports, *reply, *message); !undone) return std::unexpected(undone.error());
    auto text = ports.desk.texts.text(message->text_id);
    restore_draft(ports, *message, *reply, text);
    ports.replies.detach_files(id);
    reply->withdrawn_at = ports.desk.clock.now();
    ports.replies.change(*reply);
    ports.desk.events.append("message.withdrawn", timeline::about("message", id, reply->case_id));
    return Withdrawn{std::move(text)};
}

} // namespace amends::reply
