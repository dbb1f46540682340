// SPDX-License-Identifier: Apache-2.0
#include "app/mail_door.h"

#include "app/keep_mail.h"
#include "channel/channel_sql.h"
#include "conversation/token.h"
#include "person/person.h"

#include <cstdio>

namespace amends {
namespace {

using namespace std::chrono_literals;

constexpr unsigned sharing_a_commit = 16;

std::string line_address(std::string_view recipient)
{
    const auto address = person::email_address(recipient, "");
    return conversation::without_plus(address.value_or(""));
}

mail::Answer disk_is_full() { return {452, "4.3.1 the disk of the desk is nearly full; try again later"}; }

mail::Answer not_here(const std::string& recipient)
{
    return {550, "5.1.1 <" + recipient + "> is no address of this desk"};
}

mail::Answer accepts(House& house, KnownAddresses& known, const std::string& recipient)
{
    if (!house.room.enough()) return disk_is_full(); // Before the mail is sent for nothing.
    const auto session = house.pool.take();
    const auto address = line_address(recipient);
    if (channel::mail_line_at(*session, address)) {
        known.add(address);
        return {250, "2.1.5 ok"};
    }
    return not_here(recipient);
}

mail::Answer kept(House& house, const mail::Envelope& envelope, const std::string& recipient, const std::string& bytes)
{
    std::optional<channel::Line> line;
    {
        const auto session = house.pool.take();
        line = channel::mail_line_at(*session, line_address(recipient));
    }
    if (!line) return not_here(recipient); // Removed since RCPT.
    keep_mail(house, *line, {.recipient = recipient, .sender = envelope.sender, .bytes = bytes});
    return {250, "2.0.0 kept"};
}

mail::Answer not_kept() { return {451, "4.3.0 the desk cannot keep mail at the moment; try again"}; }

// Without memory too.
void log_not_kept(const std::exception& failure) noexcept
{
    for (const char* const part : {"mail not kept: ", failure.what(), "\n"}) std::fputs(part, stderr);
}

void log_not_kept(const std::exception_ptr& thrown) noexcept
try {
    std::rethrow_exception(thrown);
} catch (const std::exception& failure) {
    log_not_kept(failure);
}

std::vector<mail::Answer> keep(House& house, const mail::Envelope& envelope, const std::string& bytes)
{
    std::vector<mail::Answer> answers;
    for (const auto& recipient : envelope.recipients) {
        try {
            answers.push_back(kept(house, envelope, recipient, bytes));
        } catch (const std::exception& failure) { // Not acknowledged: the sender keeps it and comes again.
            log_not_kept(failure);
            answers.push_back(house.room.enough() ? not_kept() : disk_is_full());
        }
    }
    return answers;
}

// What is said of a mail is there before there is anything to say: afterwards there may be no memory for it.
struct Soon {
    IncomingMail mail{};
    mail::Answer answer{250, "2.0.0 kept"};
    mail::Answer otherwise = not_kept();
    mail::Answer full = disk_is_full();
};

// In one transaction with others that come at the same time, and nobody waits for it.
void keep_soon(House& house, const mail::Envelope& envelope, std::string bytes, mail::LmtpListener::Said said)
{
    const auto soon = std::make_shared<Soon>(
        Soon{.mail = {.recipient = envelope.recipients.front(), .sender = envelope.sender, .bytes = std::move(bytes)}});
    house.intake.submit_soon(
        [&house, soon](sql::Session& session) {
            const auto line = channel::mail_line_at(session, line_address(soon->mail.recipient));
            if (line) keep_small_mail_in(house, session, *line, soon->mail);
            else soon->answer = not_here(soon->mail.recipient); // Removed since RCPT.
        },
        [&house, soon, said = std::move(said)](const std::exception_ptr& thrown) {
            if (!thrown) said(std::move(soon->answer));
            else said(std::move(house.room.enough() ? soon->otherwise : soon->full));
            if (thrown) log_not_kept(thrown);
            else house.jobs_bell.ring();
        });
}

mail::LmtpListener::Options options_of(const Config& config)
{
    mail::LmtpListener::Options options;
    options.address = config.lmtp_address;
    options.port = config.lmtp_port;
    options.small = largest_in_row;
    options.workers = sharing_a_commit;
    return options;
}

} // namespace

void KnownAddresses::add(const std::string& address)
{
    const std::scoped_lock lock(guard_);
    if (until_.size() >= most) until_.clear();
    until_[address] = moment() + 1s;
}

bool KnownAddresses::has(const std::string& address) const
{
    const std::scoped_lock lock(guard_);
    const auto found = until_.find(address);
    return found != until_.end() && moment() < found->second;
}

MailDoor::MailDoor(House& house)
    : listener_(
          options_of(house.config),
          [&house, this](const std::string& recipient) { return accepts(house, known_, recipient); },
          [&house](const mail::Envelope& envelope, std::string bytes) { return keep(house, envelope, bytes); },
          {.known = [this](const std::string& recipient) { return known_.has(line_address(recipient)); },
           .keep =
               [&house](const mail::Envelope& envelope, std::string bytes, mail::LmtpListener::Said said) {
                   keep_soon(house, envelope, std::move(bytes), std::move(said));
               }})
{
}

} // namespace amends
