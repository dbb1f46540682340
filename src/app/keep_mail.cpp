// SPDX-License-Identifier: Apache-2.0
#include "app/keep_mail.h"

#include "app/line_lease.h"
#include "conversation/message_sql.h"
#include "platform/crypto/hash.h"
#include "timeline/event_log_sql.h"

namespace amends {
namespace {

channel::Arrival arrival_of(House& house, sql::Session& session, const channel::Line& line, const IncomingMail& mail)
{
    house.room.demand();
    const bool in_row = mail.bytes.size() <= largest_in_row;
    return {.channel_id = line.id,
            .position = mail.position.empty() ? crypto::sha256_hex(channel::identity_of(mail.recipient, mail.bytes))
                                              : mail.position,
            .recipient = mail.recipient,
            .sender = mail.sender,
            .content_hash = crypto::sha256_hex(mail.bytes),
            .origin = mail.origin,
            .blob = in_row ? "" : house.blobs.put(session, line.brand_id, mail.bytes),
            .bytes = in_row ? mail.bytes : "",
            .size = static_cast<std::int64_t>(mail.bytes.size()),
            .reason = mail.reason};
}

channel::Stored keep_in(House& house, sql::Session& session, const channel::Line& line, const channel::Arrival& arrival,
                        const IncomingMail& mail)
{
    if (mail.fence && !still_holds_line(session, line, *mail.fence)) throw Busy("another node reads this mailbox now");
    channel::ChannelSqlStore channels(session, line.brand_id);
    timeline::AgendaSql agenda(session, line.brand_id, house.ids);
    const auto stored = channel::keep_arrival({channels, agenda, house.ids, house.clock}, arrival);
    if (stored.seen_before) {
        conversation::MessageSqlStore messages(session, line.brand_id);
        if (const auto message = messages.of_raw(*stored.seen_before)) messages.count_again(message->id);
    }
    channels.heard_from(line.id, house.clock.now(), mail.read_position);
    return stored;
}

} // namespace

channel::Stored keep_small_mail_in(House& house, sql::Session& session, const channel::Line& line,
                                   const IncomingMail& mail)
{
    return keep_in(house, session, line, arrival_of(house, session, line, mail), mail);
}

channel::Stored keep_mail(House& house, const channel::Line& line, const IncomingMail& mail)
{
    channel::Arrival arrival;
    {
        const auto session = house.pool.take();
        arrival = arrival_of(house, *session, line, mail);
    }
    channel::Stored stored;
    house.intake.submit([&](sql::Session& session) { stored = keep_in(house, session, line, arrival, mail); });
    house.jobs_bell.ring();
    return stored;
}

} // namespace amends
