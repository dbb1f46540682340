// SPDX-License-Identifier: Apache-2.0
#include "reply/send_reply.h"

#include "case/change_case.h"
#include "reply/addressees.h"
#include "reply/promise_in_reply.h"

#include <algorithm>

namespace amends::reply {
namespace {

using conversation::Attachment;
using conversation::Message;

constexpr std::int64_t largest_files = 25LL << 20; // Of one message, together.

// What is happening, what happens next, by when.
Result<void> complete(const Ports& ports, const SendReply& wish)
{
    if (trimmed(wish.text).empty()) return refuse(Refusal::invalid, "reply.text_missing", "text");
    if (wish.final) return {};
    if (!wish.next_update_at && trimmed(wish.reason).empty())
        return refuse(Refusal::invalid, "reply.next_update_missing", "next_update_at");
    if (wish.next_update_at && *wish.next_update_at <= ports.desk.clock.now())
        return refuse(Refusal::invalid, "reply.next_update_in_past", "next_update_at");
    return {};
}

// The customer wrote after the writer last looked.
bool stale(const Ports& ports, const SendReply& wish)
{
    if (!wish.seen_message || wish.confirmed_stale) return false;
    const auto newest = ports.desk.messages.newest_inbound(wish.case_id);
    if (!newest || newest->id == *wish.seen_message) return false;
    const auto seen = ports.desk.messages.find(*wish.seen_message);
    if (!seen || seen->case_id != wish.case_id) return true;
    return std::pair(newest->at, newest->id) > std::pair(seen->at, seen->id);
}

Result<std::vector<Attachment>> files(const Ports& ports, const Writer& writer, const SendReply& wish)
{
    std::vector<Attachment> files;
    std::int64_t size = 0;
    for (const auto id : wish.attachments) {
        auto file = ports.desk.messages.attachment(id);
        // What one may not attach does not exist (T38).
        if (!file || file->uploaded_by != writer.id || file->message_id)
            return refuse(Refusal::not_found, "attachment.not_found", "attachments");
        size += file->size;
        files.push_back(*std::move(file));
    }
    if (size > largest_files) return refuse(Refusal::invalid, "attachment.too_large", "attachments");
    return files;
}

std::optional<Instant> nearest_update_due(const Ports& ports, CaseId id)
{
    std::optional<Instant> nearest;
    const auto now = ports.desk.clock.now();
    for (const auto& promise : ports.promising.promises.of_case(id)) {
        const bool owed = promise.kind == promise::Kind::update && promise.side == promise::Side::us &&
                          promise.state == promise::State::open && promise.due_at > now;
        if (owed && (!nearest || promise.due_at < *nearest)) nearest = promise.due_at;
    }
    return nearest;
}

// Nothing that we owe may be left open by an end.
bool owes_more_than_news(const Ports& ports, CaseId id)
{
    const auto promises = ports.promising.promises.of_case(id);
    return std::ranges::any_of(promises, promise::owed);
}

// Only what was promised on this case can be told to be late.
Result<void> known(const Ports& ports, const SendReply& wish)
{
    for (const PromiseId id : wish.warns) {
        const auto promise = ports.promising.promises.find(id);
        const bool here = promise && promise->side == promise::Side::us &&
                          cases::shown_as(ports.desk.cases, promise->case_id) == wish.case_id;
        if (!here) return refuse(Refusal::not_found, "promise.not_found", "warns");
    }
    return {};
}

Outgoing outgoing_from(const Ports& ports, const Writer& writer, const SendReply& wish, const cases::Case& of,
                       channel::Channel line)
{
    const auto now = ports.desk.clock.now();
    const auto& brand = ports.desk.brand.brand();
    const auto asked = ports.desk.messages.newest_inbound(of.id);
    const auto undo = std::chrono::seconds(brand.undo_seconds);
    Message message{.author = conversation::Author::agent,
                    .author_user = writer.id,
                    .from_name = writer.name,
                    .subject = answer_subject(of.subject, brand::case_ref(brand, of.number)),
                    .language = of.language,
                    .in_reply_to = asked ? asked->provider_id : std::string(),
                    .has_attachments = !wish.attachments.empty(),
                    .send_after = leaves_at(now, undo, nearest_update_due(ports, of.id)),
                    .at = now};
    return {.of = of, .line = std::move(line), .message = std::move(message), .text = std::string(trimmed(wish.text))};
}

// The case as the queued reply leaves it.
Result<cases::Case> with_reply(const Writer& writer, const SendReply& wish, cases::Case of, const Message& message)
{
    // Whoever answers answers for it.
    if (of.status == cases::Status::queued) {
        AMENDS_TRY(of, cases::hand_to(std::move(of), writer.id));
    }
    of.message_count += 1;
    of.last_message_at = std::max(of.last_message_at, message.at);
    if (wish.final) return cases::resolve(of, message.text_id, message.at, *message.send_after + settling_time);
    if (wish.next_update_at) of.next_update_at = wish.next_update_at;
    return of;
}

void follow_up(const Ports& ports, const SendReply& wish, const cases::Case& before, const cases::Case& after)
{
    if (before.status == cases::Status::queued) ports.desk.events.append("case.taken", timeline::about(after.id));
    if (!wish.final) return;
    cases::end_open_wait(ports.desk, after.id);
    ports.desk.events.append("case.resolved", timeline::about(after.id));
}

void admit(const Ports& ports, const cases::Case& of, const std::vector<Addressee>& addressees)
{
    for (const auto& addressee : addressees) {
        const auto point = ports.desk.people.at(person::ContactKind::email, addressee.address);
        ports.desk.cases.add(cases::Participant{.case_id = of.id,
                                                .address = addressee.address,
                                                .name = addressee.name,
                                                .person_id = point ? std::optional(point->person_id) : std::nullopt,
                                                .role = "cc",
                                                .added_at = ports.desk.clock.now()});
    }
}

} // namespace

Result<Queued> send_reply(const Ports& ports, const Writer& writer, const SendReply& wish)
{
    if (auto all_said = complete(ports, wish); !all_said) return std::unexpected(all_said.error());
    AMENDS_TRY(const auto before, cases::existing(ports.desk, wish.case_id));
    if (!cases::live(before.status)) return refuse(Refusal::conflict, "case.not_live");
    if (wish.final && (!wish.promises.empty() || owes_more_than_news(ports, before.id)))
        return refuse(Refusal::conflict, "case.promise_open");
    if (stale(ports, wish)) return refuse(Refusal::conflict, "reply.stale_draft", "seen_message");
    if (auto all = known(ports, wish); !all) return std::unexpected(all.error());
    AMENDS_TRY(auto intended, grounded(ports, before, wish));
    if (unasked(ports, before, wish)) return refuse(Refusal::invalid, "reply.reads_like_a_promise", "text");
    AMENDS_TRY(auto line, outgoing_line(ports, before));
    AMENDS_TRY(auto to_whom, addressees(ports, before, wish.to, wish.cc));
    AMENDS_TRY(const auto enclosed, files(ports, writer, wish));

    auto outgoing = outgoing_from(ports, writer, wish, before, std::move(line));
    outgoing.addressees = to_whom;
    const auto line_id = outgoing.line.id;
    const Message message = put_into_queue(ports, std::move(outgoing));
    for (const auto& file : enclosed) ports.desk.messages.attach(file.id, message.id, before.id);
    admit(ports, before, to_whom);

    auto reply = reply_to(before, message, line_id);
    reply.next_update_at = wish.final ? std::nullopt : wish.next_update_at;
    reply.final = wish.final;
    reply.reason = trimmed(wish.reason);
    reply.not_a_promise = wish.not_a_promise;
    ports.replies.add(reply);
    keep_intended(ports, message.id, std::move(intended), wish.warns);
    AMENDS_TRY(auto changed, with_reply(writer, wish, before, message));
    AMENDS_TRY(const auto after, cases::write(ports.desk, before, std::move(changed)));
    follow_up(ports, wish, before, after);
    ports.replies.remove_draft(before.id, writer.id, DraftKind::reply);
    return Queued{message.id, before.id, *message.send_after};
}

} // namespace amends::reply
