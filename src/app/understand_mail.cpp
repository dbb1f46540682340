// SPDX-License-Identifier: Apache-2.0
#include "app/understand_mail.h"

#include "app/mail_servers.h"
#include "app/received_mail.h"
#include "app/transact.h"
#include "case/change_case.h"
#include "reply/hear_report.h"
#include "triage/decide_triage.h"

#include <fmt/format.h>

namespace amends {
namespace {

using channel::RawMessage;
using channel::RawState;

// A reader that dies is seen by its parent. But whatever is left here (placing, storing) may end the process too, so
// what was claimed that often and never finished is set aside. Not fewer, because a machine that is restarted again and
// again must not put innocent mails aside.
constexpr std::int64_t most_deaths = 29;
constexpr std::int64_t largest_in_a_crowd = 64L * 1024; // Bytes.

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

bool must_be_read_alone(const Job& job, const RawMessage& raw)
{
    return raw.state != RawState::unread || !raw.reason.empty() || job.attempts > 1 || raw.size > largest_in_a_crowd;
}

// Everything that needs no transaction: the bytes are read and taken apart, the parts are with the blobs.
struct Understood {
    Job job{};
    RawMessage raw{};
    mail::Inbound mail{};
    Stowed stowed{};
};

Understood understood(House& house, sql::Session& session, BrandId brand, const Job& job, RawMessage raw)
{
    auto reading = house.readers.understand(bytes_of(house, session, brand, raw));
    if (reading.deaths > 0)
        fmt::print(stderr, "mail raw={} ended {} of its readers: {}\n", static_cast<std::int64_t>(raw.id),
                   reading.deaths, reading.mail.refused.value_or("read at last"));
    auto stowed =
        reading.mail.refused || is_report(reading.mail) ? Stowed{} : stow(house, session, brand, reading.mail);
    return {job, std::move(raw), std::move(reading.mail), std::move(stowed)};
}

} // namespace

void understand_mail(House& house, sql::Session& session, BrandId brand, const Job& job)
{
    auto raw = channel::ChannelSqlStore(session, brand).raw(static_cast<RawMessageId>(job.subject));
    if (!raw || raw->state != RawState::unread) {
        [[maybe_unused]] const bool gone = JobTable(session, brand).finish(job);
        return;
    }
    if (!raw->reason.empty()) return quarantine(house, session, brand, job, *raw, raw->reason);
    if (job.attempts > most_deaths) return quarantine(house, session, brand, job, *raw, "mail.reader_died");

    const auto of = understood(house, session, brand, job, *std::move(raw));
    const auto done =
        transact(house, session, brand, {}, [&](Desk& desk) { return read(desk, job, of.raw, of.mail, of.stowed); });
    if (!done) throw Failure("a mail could not be placed: " + done.error().code);
}

std::vector<Job> understand_mails(House& house, sql::Session& session, BrandId brand, std::span<const Job> jobs)
{
    std::vector<Job> alone;
    std::vector<Understood> crowd;
    const channel::ChannelSqlStore channels(session, brand);
    for (const Job& job : jobs) {
        auto raw = channels.raw(static_cast<RawMessageId>(job.subject));
        if (!raw || must_be_read_alone(job, *raw)) alone.push_back(job);
        else crowd.push_back(understood(house, session, brand, job, *std::move(raw)));
    }
    const bool read_all = transact_together(house, session, brand, crowd.size(), [&](Desk& desk, std::size_t at) {
        const auto& [job, raw, mail, stowed] = crowd[at];
        return read(desk, job, raw, mail, stowed);
    });
    if (!read_all)
        for (const auto& one : crowd) alone.push_back(one.job);
    return alone;
}

} // namespace amends
