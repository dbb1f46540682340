// SPDX-License-Identifier: Apache-2.0
#include "app/send_mail.h"

#include "app/mail_servers.h"
#include "app/transact.h"
#include "base/away.h"
#include "platform/mail/imap.h"
#include "reply/deliver.h"
#include "reply/reply_channel.h"
#include "reply/reply_jobs.h"

#include <map>

namespace amends {
namespace {

constexpr int most_records = 5;
constexpr auto longest_unrecorded = std::chrono::milliseconds(200);
constexpr auto slow_server = std::chrono::seconds(5);

class BlobFiles final : public reply::Files {
public:
    BlobFiles(House& house, sql::Session& session, BrandId brand) : house_(house), session_(session), brand_(brand) {}
    [[nodiscard]] std::string read(std::string_view blob) const override
    {
        return house_.blobs.get(session_, brand_, blob);
    }

private:
    House& house_;
    sql::Session& session_;
    BrandId brand_;
};

struct Way {
    std::string settings{};
    std::unique_ptr<reply::SmtpLine> line{};
};

// One connection for each line and thread, kept for the next mail.
reply::Line* by_smtp(House& house, const channel::Channel& line)
{
    thread_local std::map<ChannelId, Way> ways;
    const auto server = smtp_server_of(house, line);
    if (!server) return nullptr;
    const auto settings = line.config + line.secrets + server->host + std::to_string(server->port) + server->token;
    auto& way = ways[line.id];
    if (!way.line || way.settings != settings) way = {settings, std::make_unique<reply::SmtpLine>(*server)};
    return way.line.get();
}

reply::Handed handed_over(const WayOut& way_out, House& house, sql::Session& session, BrandId brand,
                          const reply::Letter& letter)
try {
    reply::Line* way = nullptr;
    std::string bytes;
    try { // Whatever fails here, nothing has left yet: no access token, a file that is away, a full disk.
        const auto line = channel::ChannelSqlStore(session, brand).find(letter.channel_id);
        if (line) way = way_out(house, *line);
        bytes = reply::mail_of(letter, BlobFiles(house, session, brand));
        if (way == nullptr) return {.kind = reply::Handed::later, .reason = "no server is set for outgoing mail"};
    } catch (const Away&) {
        throw;
    } catch (const Failure& failure) {
        return {.kind = reply::Handed::later, .reason = failure.what()};
    }
    return reply::hand_over(letter, std::move(bytes), *way);
} catch (const Away& missing) { // No file or connection could be opened: nothing has left either.
    return {.kind = reply::Handed::later, .reason = missing.what(), .soon = true};
}

// No line: the job finds out why.
ChannelId line_of(sql::Session& session, BrandId brand, RecipientId recipient)
{
    return session
        .value<std::optional<ChannelId>>("SELECT (SELECT p.channel_id FROM recipients r CROSS JOIN replies p"
                                         " WHERE r.brand_id = $brand AND r.id = $id"
                                         " AND p.brand_id = $brand AND p.message_id = r.message_id)",
                                         {{"brand", brand}, {"id", recipient}})
        .value_or(ChannelId{});
}

// The mail is out: somebody who changes the case in the same moment must not make us forget it.
void record(House& house, sql::Session& session, BrandId brand, const Job& job, const reply::Handed& handed)
{
    Result<void> recorded;
    for (int attempt = 0; attempt < most_records; ++attempt) {
        recorded = transact(house, session, brand, {}, [&](Desk& desk) -> Result<void> {
            static_cast<void>(JobTable(session, brand).finish(job));
            return reply::record_handed(desk.reply_ports(), static_cast<RecipientId>(job.subject), handed);
        });
        if (recorded) return;
    }
    throw Failure("what became of a mail could not be recorded: " + recorded.error().code);
}

void record_or_keep(House& house, sql::Session& session, BrandId brand, const Job& job, const reply::Handed& handed)
{
    try {
        record(house, session, brand, job, handed);
    } catch (...) {
        house.unrecorded.keep(static_cast<RecipientId>(job.subject), handed);
        throw;
    }
}

// What became of mails that were handed over, until it is recorded: before long, for what is not recorded when the
// process dies is not known to have left.
class Outbox {
public:
    Outbox(House& house, sql::Session& session, BrandId brand) : house_(house), session_(session), brand_(brand) {}

    void took(const Job& job, reply::Handed handed)
    {
        answered_ = answered_ && (handed.kind == reply::Handed::accepted || handed.kind == reply::Handed::failed);
        handed_.emplace_back(job, std::move(handed));
        if (moment() - since_ > longest_unrecorded) record_all();
    }

    // Throws when something could not be recorded; it is kept, and written down when its job is run again.
    void close()
    {
        record_all();
        if (failure_) std::rethrow_exception(failure_);
    }

    // Whether the server said yes to each, or no for good.
    [[nodiscard]] bool answered() const { return answered_; }

    // The next server takes its time, or the database is away: what has not been handed over yet must wait elsewhere.
    [[nodiscard]] bool in_trouble() const { return slow_ || failure_; }

private:
    void record_all()
    {
        slow_ = slow_ || moment() - since_ > slow_server;
        if (!record_together()) record_each();
        handed_.clear();
        since_ = moment();
    }

    [[nodiscard]] bool record_together()
    try {
        return handed_.size() > 1 &&
               transact_together(house_, session_, brand_, handed_.size(), [&](Desk& desk, std::size_t at) {
                   const auto& [job, handed] = handed_[at];
                   static_cast<void>(JobTable(session_, brand_).finish(job));
                   return reply::record_handed(desk.reply_ports(), static_cast<RecipientId>(job.subject), handed);
               });
    } catch (const std::exception&) { // Of one of them, or of all: each is tried.
        return false;
    }

    // Whatever goes wrong with the first of them, what was said of the others is not forgotten.
    void record_each()
    {
        for (const auto& [job, handed] : handed_) {
            try {
                record_or_keep(house_, session_, brand_, job, handed);
            } catch (const std::exception&) {
                if (!failure_) failure_ = std::current_exception();
            }
        }
    }

    House& house_;
    sql::Session& session_;
    BrandId brand_;
    std::vector<std::pair<Job, reply::Handed>> handed_{};
    Moment since_ = moment();
    std::exception_ptr failure_{};
    bool slow_ = false;
    bool answered_ = true;
};

template <class Claims>
void ask_about(House& house, Claims claims)
{
    const auto session = house.pool.take();
    for (const BrandId brand : brands_of(*session)) {
        const bool asked = transact(house, *session, brand, {}, [&](Desk& desk) {
            return reply::confirm_nothing_twice(desk.reply_ports(), claims(desk)) > 0;
        });
        static_cast<void>(asked);
    }
}

// Others may take them at once, or in so long.
void postpone(House& house, sql::Session& session, BrandId brand, const std::vector<Job>& jobs,
              std::chrono::milliseconds by)
{
    if (jobs.empty()) return;
    sql::Transaction transaction(session, sql::Durability::later);
    for (const Job& job : jobs) JobTable(session, brand).postpone(job, house.clock.now() + by);
    transaction.commit();
    house.jobs_bell.ring();
}

std::vector<std::pair<Job, reply::Letter>> claimed_letters(House& house, sql::Session& session, BrandId brand,
                                                           const std::vector<Job>& jobs)
{
    std::vector<std::pair<Job, reply::Letter>> letters;
    const bool claimed = transact_together(house, session, brand, jobs.size(), [&](Desk& desk, std::size_t at) {
        auto letter = reply::claim_send(desk.reply_ports(), static_cast<RecipientId>(jobs[at].subject));
        if (letter) letters.emplace_back(jobs[at], *std::move(letter));
        else static_cast<void>(JobTable(session, brand).finish(jobs[at]));
        return true;
    });
    return claimed ? std::move(letters) : std::vector<std::pair<Job, reply::Letter>>{};
}

reply::Handed not_now() { return {.kind = reply::Handed::later, .reason = "not now: others before it take long"}; }

} // namespace

void send_mail(House& house, sql::Session& session, BrandId brand, const Job& job)
{
    auto visit = house.lines.enter(line_of(session, brand, static_cast<RecipientId>(job.subject)));
    if (!visit.admitted()) return JobTable(session, brand).postpone(job, house.clock.now() + visit.again_in());
    if (send_mail_by(by_smtp, house, session, brand, job)) visit.done();
}

bool send_mail_by(const WayOut& way_out, House& house, sql::Session& session, BrandId brand, const Job& job)
{
    const auto recipient = static_cast<RecipientId>(job.subject);
    if (const auto said = house.unrecorded.take(recipient)) {
        record_or_keep(house, session, brand, job, *said);
        return true;
    }
    std::optional<reply::Letter> letter;
    const bool looked = transact(house, session, brand, {}, [&](Desk& desk) {
        letter = reply::claim_send(desk.reply_ports(), recipient);
        // Withdrawn, sent already, skipped, or asked about: what was found out is written as well.
        if (!letter) static_cast<void>(JobTable(session, brand).finish(job));
        return true;
    });
    if (!looked || !letter) return true;
    const auto handed = handed_over(way_out, house, session, brand, *letter);
    record_or_keep(house, session, brand, job, handed);
    return handed.kind == reply::Handed::accepted || handed.kind == reply::Handed::failed;
}

// One crowd is of one line, and what a line in trouble is asked to take is one mail: nobody's waits behind it.
std::vector<Job> send_mails(House& house, sql::Session& session, BrandId brand, std::span<const Job> jobs)
{
    const auto line = line_of(session, brand, static_cast<RecipientId>(jobs.front().subject));
    auto visit = house.lines.enter(line);
    std::vector<Job> ours;
    std::vector<Job> others;
    for (const Job& job : jobs) {
        const bool now = visit.admitted() && line_of(session, brand, static_cast<RecipientId>(job.subject)) == line &&
                         (ours.empty() || !visit.troubled());
        (now ? ours : others).push_back(job);
    }
    postpone(house, session, brand, others, visit.again_in());
    if (ours.empty() || send_mails_by(by_smtp, house, session, brand, ours)) visit.done();
    return {};
}

bool send_mails_by(const WayOut& way_out, House& house, sql::Session& session, BrandId brand, std::span<const Job> jobs)
{
    Outbox outbox(house, session, brand);
    std::vector<Job> unsaid;
    for (const Job& job : jobs) {
        auto said = house.unrecorded.take(static_cast<RecipientId>(job.subject));
        if (said) outbox.took(job, *std::move(said));
        else unsaid.push_back(job);
    }
    for (const auto& [job, letter] : claimed_letters(house, session, brand, unsaid))
        outbox.took(job, outbox.in_trouble() ? not_now() : handed_over(way_out, house, session, brand, letter));
    outbox.close();
    return outbox.answered();
}

void put_sent_copy(House& house, sql::Session& session, BrandId brand, const Job& job)
{
    std::optional<reply::SentCopy> copy;
    std::optional<channel::Channel> line;
    const bool looked = transact(house, session, brand, {}, [&](Desk& desk) {
        copy = reply::find_sent_copy(desk.reply_ports(), static_cast<MessageId>(job.subject));
        if (copy) line = desk.channels.find(copy->letter.channel_id);
        return line.has_value();
    });
    if (looked) {
        if (const auto server = imap_server_of(house, *line)) {
            mail::Imap imap(*server, copy->folder);
            imap.connect();
            imap.append(copy->folder, reply::mail_of(copy->letter, BlobFiles(house, session, brand)));
        }
    }
    static_cast<void>(JobTable(session, brand).finish(job));
}

void ask_about_claims_of(House& house, unsigned dead_node)
{
    ask_about(house, [&](Desk& desk) { return desk.replies.claimed_by(dead_node); });
}

void ask_about_expired_claims(House& house)
{
    ask_about(house, [&](Desk& desk) { return desk.replies.claimed(house.clock.now()); });
}

} // namespace amends
