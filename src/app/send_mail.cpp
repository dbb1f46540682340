// SPDX-License-Identifier: Apache-2.0
#include "app/send_mail.h"

#include "app/mail_servers.h"
#include "app/transact.h"
#include "reply/deliver.h"
#include "reply/reply_channel.h"

#include <map>

namespace amends {
namespace {

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
reply::Line* way_out(House& house, const channel::Channel& line)
{
    thread_local std::map<ChannelId, Way> ways;
    const auto server = smtp_server_of(house, line);
    if (!server) return nullptr;
    const auto settings = line.config + line.secrets + server->host + std::to_string(server->port) + server->token;
    auto& way = ways[line.id];
    if (!way.line || way.settings != settings) way = {settings, std::make_unique<reply::SmtpLine>(*server)};
    return way.line.get();
}

reply::Handed handed_over(House& house, sql::Session& session, BrandId brand, const reply::Letter& letter)
{
    const auto line = channel::ChannelSqlStore(session, brand).find(letter.channel_id);
    reply::Line* way = nullptr;
    try {
        if (line) way = way_out(house, *line);
    } catch (const Failure& failure) { // No access token: the provider may be back later.
        return {.kind = reply::Handed::later, .reason = failure.what()};
    }
    if (way == nullptr) return {.kind = reply::Handed::later, .reason = "no server is set for outgoing mail"};
    return reply::hand_over(letter, *way, BlobFiles(house, session, brand));
}

} // namespace

void send_mail(House& house, sql::Session& session, BrandId brand, const Job& job)
{
    const auto recipient = static_cast<RecipientId>(job.subject);
    std::optional<reply::Letter> letter;
    const bool claimed = transact(house, session, brand, {}, [&](Desk& desk) {
        letter = reply::claim_send(desk.reply_ports(), recipient);
        return letter.has_value();
    });
    if (!claimed) {
        static_cast<void>(JobTable(session, brand).finish(job)); // Withdrawn, sent already, or asked about.
        return;
    }
    const auto handed = handed_over(house, session, brand, *letter);
    const auto recorded = transact(house, session, brand, {}, [&](Desk& desk) -> Result<void> {
        static_cast<void>(JobTable(session, brand).finish(job));
        return reply::record_send(desk.reply_ports(), recipient, handed);
    });
    if (!recorded) throw Failure("what became of a mail could not be recorded: " + recorded.error().code);
}

void ask_about_unconfirmed(House& house)
{
    const auto session = house.pool.take();
    for (const BrandId brand : brands_of(*session)) {
        const bool asked = transact(house, *session, brand, {}, [&](Desk& desk) {
            return reply::confirm_nothing_twice(desk.reply_ports(), reply::Claims::all) > 0;
        });
        static_cast<void>(asked);
    }
}

} // namespace amends
