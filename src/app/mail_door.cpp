// SPDX-License-Identifier: Apache-2.0
#include "app/mail_door.h"

#include "app/keep_mail.h"
#include "channel/channel_sql.h"
#include "conversation/token.h"
#include "person/person.h"

#include <fmt/format.h>

namespace amends {
namespace {

constexpr unsigned sharing_a_commit = 16;

std::string line_address(std::string_view recipient)
{
    const auto address = person::email_address(recipient, "");
    return conversation::without_plus(address.value_or(""));
}

mail::Answer accepts(House& house, const std::string& recipient)
{
    const auto session = house.pool.take();
    if (channel::mail_line_at(*session, line_address(recipient))) return {250, "2.1.5 ok"};
    return {550, "5.1.1 <" + recipient + "> is no address of this desk"};
}

mail::Answer kept(House& house, const mail::Envelope& envelope, const std::string& recipient, const std::string& bytes)
{
    std::optional<channel::Line> line;
    {
        const auto session = house.pool.take();
        line = channel::mail_line_at(*session, line_address(recipient));
    }
    if (!line) return {550, "5.1.1 <" + recipient + "> is no address of this desk"}; // Removed since RCPT.
    keep_mail(house, *line, {.recipient = recipient, .sender = envelope.sender, .bytes = bytes});
    return {250, "2.0.0 kept"};
}

std::vector<mail::Answer> keep(House& house, const mail::Envelope& envelope, const std::string& bytes)
{
    std::vector<mail::Answer> answers;
    for (const auto& recipient : envelope.recipients) {
        try {
            answers.push_back(kept(house, envelope, recipient, bytes));
        } catch (const std::exception& failure) { // Not acknowledged: the sender keeps it and comes again.
            fmt::print(stderr, "mail not kept: {}\n", failure.what());
            answers.push_back({451, "4.3.0 the desk cannot keep mail at the moment; try again"});
        }
    }
    return answers;
}

mail::LmtpListener::Options options_of(const Config& config)
{
    mail::LmtpListener::Options options;
    options.address = config.lmtp_address;
    options.port = config.lmtp_port;
    options.workers = sharing_a_commit;
    return options;
}

} // namespace

MailDoor::MailDoor(House& house)
    : listener_(
          options_of(house.config), [&house](const std::string& recipient) { return accepts(house, recipient); },
          [&house](const mail::Envelope& envelope, std::string bytes) { return keep(house, envelope, bytes); })
{
}

} // namespace amends
