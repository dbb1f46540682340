// SPDX-License-Identifier: Apache-2.0
#include "app/understand_mail.h"

#include "app/mail_servers.h"
#include "app/transact.h"
#include "case/change_case.h"
#include "case/place_message.h"
#include "conversation/token.h"
#include "platform/mail/inbound.h"
#include "platform/mail/proof.h"
#include "reply/hear_report.h"
#include "triage/decide_triage.h"

#include <fmt/format.h>

#include <algorithm>

namespace amends {
namespace {

using channel::RawMessage;
using channel::RawState;

// The process has died so often while it was the one being read: it is the mail that kills. Not fewer, because a
// machine that is restarted again and again must not put innocent mails aside.
constexpr std::int64_t most_deaths = 9;
constexpr std::size_t longest_address = 254;

void set_state(Desk& desk, const RawMessage& raw, RawState state, std::string reason = {})
{
    RawMessage after = raw;
    after.state = state;
    after.reason = std::move(reason);
    if (state == RawState::quarantined || state == RawState::unverified) {
        after.team_id = desk.brand.brand().default_team;
        after.pull_by = cases::pull_by(desk.case_ports(), desk.house.clock.now());
        desk.agenda.put(triage::triage_due, static_cast<std::int64_t>(raw.id), *after.pull_by);
    }
    if (!desk.channels.change(raw, after)) throw Busy("somebody else has read this mail");
    desk.events.append("raw." + std::string(name_of(state)), timeline::about("raw", raw.id));
}

std::string folded(std::string_view address)
{
    std::string small(address.substr(0, longest_address));
    std::ranges::transform(small, small.begin(),
                           [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    return small;
}

// How far the sender is proved: by the one border server whose word the line trusts, else not at all.
std::string proof_of(const mail::Inbound& mail, const channel::MailConfig& config)
{
    if (!config.trusted_authserv) return "";
    const auto proof = mail::proof_of(mail, folded(*config.trusted_authserv));
    return proof == mail::Proof::none ? "" : std::string(name_of(proof));
}

std::optional<CaseId> genuine_token(Desk& desk, const std::string& text)
{
    const auto token = conversation::token_in(text);
    if (!token || token->kind != 'c') return std::nullopt;
    const auto recipient = desk.messages.recipient_with(token->tag);
    const bool genuine =
        recipient && recipient->case_id &&
        desk.tokens.genuine(token->tag, *recipient->case_id, recipient->message_id, recipient->address);
    return genuine ? recipient->case_id : std::nullopt;
}

std::string_view domain_of(std::string_view address)
{
    return address.substr(std::min(address.find('@'), address.size()));
}

// It looks like a token of this line, and no case of ours made it. Another desk's tokens carry another domain.
bool pretends(const std::string& text, const RawMessage& raw)
{
    return conversation::token_in(text) && folded(domain_of(text)).starts_with(folded(domain_of(raw.recipient)));
}

cases::Clues clues_of(Desk& desk, const mail::Inbound& mail, const RawMessage& raw, std::string_view proof)
{
    cases::Clues clues{.sender_forged = proof == "forged"};
    std::vector<std::string> texts{raw.recipient};
    for (const auto& address : mail.to) texts.push_back(address.address);
    for (const auto& address : mail.cc) texts.push_back(address.address);
    const auto from_here = texts.size();
    texts.insert(texts.end(), mail.in_reply_to.begin(), mail.in_reply_to.end());
    texts.insert(texts.end(), mail.references.rbegin(), mail.references.rend());
    for (const auto& text : texts) {
        if (!clues.token) clues.token = genuine_token(desk, text);
        if (!clues.token && pretends(text, raw)) clues.forged = CaseId{}; // Of no case that there is.
    }
    for (auto at = from_here; at < texts.size() && !clues.references; ++at)
        if (const auto known = desk.messages.inbound_with(texts[at])) clues.references = known->case_id;
    if (const auto number = conversation::case_number_in(mail.subject, desk.brand.brand().prefix))
        if (const auto named = desk.cases.numbered(*number)) clues.number = named->id;
    return clues;
}

std::vector<conversation::Addressee> addressees_of(const mail::Inbound& mail)
{
    std::vector<conversation::Addressee> list;
    for (const auto& to : mail.to) list.push_back({to.name, folded(to.address), conversation::Role::to});
    for (const auto& cc : mail.cc) list.push_back({cc.name, folded(cc.address), conversation::Role::cc});
    return list;
}

std::string automatic_of(const mail::Inbound& mail)
{
    if (mail.kind != mail::Kind::human) return std::string(name_of(mail.kind));
    return mail.no_answer ? "no_reply" : "";
}

// It lay somewhere before we listened: it becomes an ended case that nobody answers.
bool from_before(const RawMessage& raw)
{
    return raw.origin == channel::Origin::history || raw.origin == channel::Origin::imported;
}

conversation::Received received_from(const mail::Inbound& mail, const RawMessage& raw)
{
    // What is folded away still belongs to the text: the visible part is kept in front, so that nothing is lost.
    const bool in_front = mail.text.starts_with(mail.visible_text);
    conversation::Received received{.channel_id = raw.channel_id,
                                    .raw_id = raw.id,
                                    .kind = conversation::MessageKind::email,
                                    .at = raw.origin == channel::Origin::history && mail.date ? *mail.date
                                                                                              : raw.received_at,
                                    .from_name = mail.from.name,
                                    .from_address = folded(mail.from.address.empty() ? raw.sender : mail.from.address),
                                    .addressees = addressees_of(mail),
                                    .subject = mail.subject,
                                    .text = in_front ? mail.text : mail.visible_text + "\n\n" + mail.text,
                                    .visible_length = static_cast<std::int64_t>(mail.visible_text.size()),
                                    .language = mail.language,
                                    .right_to_left = mail.right_to_left,
                                    .automatic = automatic_of(mail),
                                    .external_id = mail.message_id,
                                    .in_reply_to = mail.in_reply_to.empty() ? "" : mail.in_reply_to.front(),
                                    .body_hash = mail.body_hash};
    return received;
}

channel::MailConfig config_of_line(Desk& desk, ChannelId id)
{
    const auto line = desk.channels.find(id);
    return line ? config_of(*line) : channel::MailConfig{};
}

// Bytes go to the blobs before the row that names them.
struct Stowed {
    std::vector<conversation::ReceivedFile> files{};
    std::string html_blob{};
};

Stowed stow(House& house, sql::Session& session, BrandId brand, const mail::Inbound& mail)
{
    Stowed stowed;
    if (!mail.html.empty()) stowed.html_blob = house.blobs.put(session, brand, mail.html);
    for (const auto& part : mail.parts)
        stowed.files.push_back({.name = part.name,
                                .mime = part.mime,
                                .size = static_cast<std::int64_t>(part.bytes.size()),
                                .blob = house.blobs.put(session, brand, part.bytes),
                                .content_id = part.content_id,
                                .in_line = part.in_line});
    return stowed;
}

void hold(Desk& desk, const RawMessage& raw, const conversation::Message& message, const cases::Placed& placed)
{
    const bool known = placed.verdict.wanted && *placed.verdict.wanted != CaseId{};
    desk.triage.add({.raw_id = raw.id,
                     .message_id = message.id,
                     .wanted_case = known ? placed.verdict.wanted : std::nullopt,
                     .evidence = placed.verdict.evidence});
    set_state(desk, raw, RawState::unverified, placed.verdict.reason);
}

Result<void> take_in(Desk& desk, const RawMessage& raw, const mail::Inbound& mail, const Stowed& stowed)
{
    auto received = received_from(mail, raw);
    received.proof = proof_of(mail, config_of_line(desk, raw.channel_id));
    received.files = stowed.files;
    received.html_blob = stowed.html_blob;
    const auto kept = conversation::receive_message(desk.conversation_ports(), received);
    if (kept.seen_before) {
        set_state(desk, raw, RawState::duplicate);
        return {};
    }
    AMENDS_TRY(const auto placed,
               cases::place_message(desk.case_ports(), {.message = kept.message,
                                                        .person = kept.person,
                                                        .clues = clues_of(desk, mail, raw, received.proof),
                                                        .channel_id = raw.channel_id,
                                                        .channel_kind = "mail",
                                                        .history = from_before(raw),
                                                        .found_late = raw.origin == channel::Origin::found_late}));
    if (placed.where == cases::Placed::held) hold(desk, raw, kept.message, placed);
    else set_state(desk, raw, placed.where == cases::Placed::in_case ? RawState::placed : RawState::filed);
    return {};
}

bool is_report(const mail::Inbound& mail)
{
    return mail.kind == mail::Kind::bounce || mail.kind == mail::Kind::feedback_report;
}

// What other servers say of our mails. A report that nobody can read is still about the copy whose address it came to.
Result<void> hear(Desk& desk, const RawMessage& raw, const mail::Inbound& mail)
{
    std::vector<mail::Bounce> reports = mail.bounces;
    if (reports.empty() && mail.kind == mail::Kind::bounce)
        reports.push_back({.action = std::string(reply::unclear_report)});
    for (const auto& report : reports) {
        AMENDS_TRY([[maybe_unused]] const auto heard,
                   reply::hear_report(desk.reply_ports(), {.came_to = raw.recipient,
                                                           .recipient = report.recipient,
                                                           .status = report.status,
                                                           .action = report.action,
                                                           .envelope_id = report.envelope_id,
                                                           .original_message_id = report.original_message_id,
                                                           .diagnostic = report.diagnostic}));
    }
    return {};
}

Result<void> read(Desk& desk, const Job& job, const RawMessage& raw, const mail::Inbound& mail, const Stowed& stowed)
{
    if (!JobTable(desk.session, desk.brand_id).finish(job)) return {};
    if (mail.refused) {
        set_state(desk, raw, RawState::quarantined, *mail.refused);
        return {};
    }
    if (is_report(mail)) {
        set_state(desk, raw, RawState::filed);
        return hear(desk, raw, mail);
    }
    return take_in(desk, raw, mail, stowed);
}

void quarantine(House& house, sql::Session& session, BrandId brand, const Job& job, const RawMessage& raw,
                const std::string& reason)
{
    const auto done = transact(house, session, brand, {}, [&](Desk& desk) -> Result<void> {
        if (JobTable(desk.session, brand).finish(job)) set_state(desk, raw, RawState::quarantined, reason);
        return {};
    });
    if (!done) throw Failure("a mail could not be quarantined: " + done.error().code);
}

std::string bytes_of(House& house, sql::Session& session, BrandId brand, const RawMessage& raw)
{
    return raw.blob.empty() ? channel::ChannelSqlStore(session, brand).bytes(raw.id)
                            : house.blobs.get(session, brand, raw.blob);
}

} // namespace

void understand_mail(House& house, sql::Session& session, BrandId brand, const Job& job)
{
    const auto raw = channel::ChannelSqlStore(session, brand).raw(static_cast<RawMessageId>(job.subject));
    if (!raw || raw->state != RawState::unread) {
        [[maybe_unused]] const bool gone = JobTable(session, brand).finish(job);
        return;
    }
    if (!raw->reason.empty()) return quarantine(house, session, brand, job, *raw, raw->reason);
    if (job.attempts > most_deaths) return quarantine(house, session, brand, job, *raw, "mail.reader_died");

    const auto mail = mail::understand(bytes_of(house, session, brand, *raw));
    const auto stowed = mail.refused || is_report(mail) ? Stowed{} : stow(house, session, brand, mail);
    const auto done =
        transact(house, session, brand, {}, [&](Desk& desk) { return read(desk, job, *raw, mail, stowed); });
    if (!done) throw Failure("a mail could not be placed: " + done.error().code);
}

} // namespace amends
