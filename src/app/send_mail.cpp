// SPDX-License-Identifier: Apache-2.0
#include "app/send_mail.h"

#include "app/mail_servers.h"
#include "app/transact.h"
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
{
    const auto line = channel::ChannelSqlStore(session, brand).find(letter.channel_id);
    reply::Line* way = nullptr;
    std::string bytes;
    try { // Whatever fails here, nothing has left yet: no access token, a file that is away, a full disk.
        if (line) way = way_out(house, *line);
        bytes = reply::mail_of(letter, BlobFiles(house, session, brand));
    } catch (const Failure& failure) {
        return {.kind = reply::Handed::later, .reason = failure.what()};
    }
    if (way == nullptr) return {.kind = reply::Handed::later, .reason = "no server is set for outgoing mail"};
    return reply::hand_over(letter, std::move(bytes), *way);
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

// What became of mails that were handed over, until it is recorded: before long, for what is not recorded when the
// process dies is not known to have left.
class Outbox {
public:
    Outbox(House& house, sql::Session& session, BrandId brand) : house_(house), session_(session), brand_(brand) {}

    void took(const Job& job, reply::Handed handed)
    {
        handed_.emplace_back(job, std::move(handed));
        if (house_.clock.now() - since_ > longest_unrecorded) record_all();
    }

    // The next server takes its time: what has not been handed over yet must not lie claimed behind it.
    [[nodiscard]] bool slow() const { return slow_; }

    void record_all()
    {
        slow_ = slow_ || house_.clock.now() - since_ > slow_server;
        if (!record_together())
            for (const auto& [job, handed] : handed_) record(house_, session_, brand_, job, handed);
        handed_.clear();
        since_ = house_.clock.now();
    }

private:
    [[nodiscard]] bool record_together()
    {
        return handed_.size() > 1 &&
               transact_together(house_, session_, brand_, handed_.size(), [&](Desk& desk, std::size_t at) {
                   const auto& [job, handed] = handed_[at];
                   static_cast<void>(JobTable(session_, brand_).finish(job));
                   return reply::record_handed(desk.reply_ports(), static_cast<RecipientId>(job.subject), handed);
               });
    }

    House& house_;
    sql::Session& session_;
    BrandId brand_;
    std::vector<std::pair<Job, reply::Handed>> handed_{};
    Instant since_ = house_.clock.now();
    bool slow_ = false;
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

reply::Handed not_now() { return {.kind = reply::Handed::later, .reason = "the server is slow"}; }

} // namespace

void send_mail(House& house, sql::Session& session, BrandId brand, const Job& job)
{
    send_mail_by(by_smtp, house, session, brand, job);
}

void send_mail_by(const WayOut& way_out, House& house, sql::Session& session, BrandId brand, const Job& job)
{
    const auto recipient = static_cast<RecipientId>(job.subject);
    std::optional<reply::Letter> letter;
    const bool looked = transact(house, session, brand, {}, [&](Desk& desk) {
        letter = reply::claim_send(desk.reply_ports(), recipient);
        // Withdrawn, sent already, skipped, or asked about: what was found out is written as well.
        if (!letter) static_cast<void>(JobTable(session, brand).finish(job));
        return true;
    });
    if (looked && letter) record(house, session, brand, job, handed_over(way_out, house, session, brand, *letter));
}

std::vector<Job> send_mails(House& house, sql::Session& session, BrandId brand, std::span<const Job> jobs)
{
    return send_mails_by(by_smtp, house, session, brand, jobs);
}

std::vector<Job> send_mails_by(const WayOut& way_out, House& house, sql::Session& session, BrandId brand,
                               std::span<const Job> jobs)
{
    std::vector<std::optional<reply::Letter>> letters(jobs.size());
    const bool claimed = transact_together(house, session, brand, jobs.size(), [&](Desk& desk, std::size_t at) {
        letters[at] = reply::claim_send(desk.reply_ports(), static_cast<RecipientId>(jobs[at].subject));
        if (!letters[at]) static_cast<void>(JobTable(session, brand).finish(jobs[at]));
        return true;
    });
    if (!claimed) return {jobs.begin(), jobs.end()};

    Outbox outbox(house, session, brand);
    for (std::size_t at = 0; at < jobs.size(); ++at) {
        if (!letters[at]) continue;
        outbox.took(jobs[at], outbox.slow() ? not_now() : handed_over(way_out, house, session, brand, *letters[at]));
    }
    outbox.record_all();
    return {};
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
