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

void ask_about_unconfirmed(House& house, reply::Claims which)
{
    const auto session = house.pool.take();
    for (const BrandId brand : brands_of(*session)) {
        const bool asked = transact(house, *session, brand, {}, [&](Desk& desk) {
            return reply::confirm_nothing_twice(desk.reply_ports(), which) > 0;
        });
        static_cast<void>(asked);
    }
}

} // namespace amends
