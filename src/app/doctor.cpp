// SPDX-License-Identifier: Apache-2.0
// `amends doctor`: looks at everything a desk stands on and says of each thing whether it is well, and if not, what to
// do. `amends check` is another thing: it proves what must always hold in the rows.
#include "app/commands.h"
#include "app/mail_servers.h"
#include "channel/channel_sql.h"
#include "platform/calendar/zone.h"
#include "platform/mail/imap.h"
#include "platform/mail/smtp.h"

#include <fmt/format.h>

#include <sys/stat.h>

namespace amends {
namespace {

class Findings {
public:
    void well(const std::string& what) { fmt::print("ok     {}\n", what); }
    void ill(const std::string& what, const std::string& mend)
    {
        fmt::print("WRONG  {}\n       {}\n", what, mend);
        ++wrong_;
    }
    void odd(const std::string& what, const std::string& advice) { fmt::print("note   {}\n       {}\n", what, advice); }
    [[nodiscard]] int status() const { return wrong_ == 0 ? 0 : 1; }

private:
    int wrong_ = 0;
};

void look_at_disk(Findings& findings, const Config& config)
{
    const auto space = std::filesystem::space(config.data);
    const auto reserve = reserve_of(space.capacity);
    const auto free = fmt::format("{} MiB are free in {}", space.available >> 20U, config.data.string());
    if (space.available < reserve)
        findings.ill("only " + free, fmt::format("Mail, forms and files are put off until {} MiB are free: make room, "
                                                 "or move the folder to a larger disk.",
                                                 reserve >> 20U));
    else if (space.available < 5 * reserve)
        findings.odd(free,
                     fmt::format("Once less than {} MiB are free, mail, forms and files are put off.", reserve >> 20U));
    else findings.well(free);
    struct stat key{};
    const auto file = config.data / "master.key";
    if (stat(file.c_str(), &key) != 0)
        findings.ill("the key " + file.string() + " is missing",
                     "Bring it back from a backup: without it nothing sealed opens.");
    else if ((key.st_mode & 077U) != 0)
        findings.ill("others may read the key " + file.string(), "chmod 0400 " + file.string());
    else findings.well("the key is there, and for nobody else");
}

// A program before this one made them as the shell of whoever started it allowed.
void look_at_folder(Findings& findings, const Config& config)
{
    struct stat folder{};
    struct stat rows{};
    const auto file = config.data / "desk.db";
    if (stat(config.data.c_str(), &folder) != 0 || stat(file.c_str(), &rows) != 0) return;
    if ((folder.st_mode & 077U) != 0 && (rows.st_mode & 077U) != 0)
        findings.ill("others on this machine may read " + file.string(), "chmod -R go= " + config.data.string());
}

void look_at_zones(Findings& findings, const SystemClock& clock)
{
    if (!calendar::known_zone("Europe/Helsinki")) {
        findings.ill("there is no time zone data", "Install the package tzdata.");
        return;
    }
    const auto local =
        calendar::to_local("Asia/Tehran", Instant{std::chrono::sys_days{std::chrono::year{2026} / 7 / 1}});
    if (local.hour != 3 || local.minute != 30)
        findings.ill("time zone data is old: Tehran still has summer time", "Upgrade the package tzdata.");
    else findings.well("time zone data knows today's rules");
    if (clock.now() < Instant{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}})
        findings.ill("the clock of this machine is before 2026", "Set it, and keep it right with an NTP client.");
}

void look_at_database(Findings& findings, House& house)
{
    const auto session = house.pool.take();
    const auto version = session->value<std::int64_t>("SELECT max(version) FROM schema_versions");
    findings.well(fmt::format("the database answers; its schema has number {}", version));
    const auto late = session->value<std::int64_t>(
        "SELECT count(*) FROM jobs WHERE brand_id = 1 AND parked_at IS NULL AND run_at < $then",
        {{"then", house.clock.now() - std::chrono::minutes(5)}});
    if (late > 0)
        findings.odd(fmt::format("{} jobs are late by more than five minutes", late),
                     "They run while `amends serve` runs.");
    const auto parked = session->value<std::int64_t>("SELECT count(*) FROM jobs WHERE brand_id = 1"
                                                     " AND parked_at IS NOT NULL");
    if (parked > 0)
        findings.ill(fmt::format("{} jobs failed ten times and were set aside", parked),
                     "Their errors are in the table jobs, column last_error.");
}

void look_at_incoming(Findings& findings, House& house, const channel::Channel& line)
{
    if (!config_of(line).imap) {
        findings.well(line.address + " takes its mail by LMTP");
        return;
    }
    try {
        mail::Imap imap(*imap_server_of(house, line), config_of(line).imap->folder.value_or("INBOX"));
        imap.connect();
        static_cast<void>(imap.examine());
        findings.well(line.address + ": its mailbox can be read");
    } catch (const Failure& failure) {
        findings.ill(line.address + ": its mailbox cannot be read: " + failure.what(),
                     "Look at host, port, security, user and password of the line in the settings.");
    }
}

void look_at_outgoing(Findings& findings, House& house, const channel::Channel& line)
{
    const auto server = smtp_server_of(house, line);
    if (!server) {
        findings.odd(line.address + " names no server for outgoing mail",
                     "Set one in the settings, or start the desk with --smtp HOST:PORT.");
        return;
    }
    const auto answer = mail::Smtp(*server).probe();
    if (answer.kind == mail::Handed::accepted) findings.well(line.address + ": mail can be sent");
    else
        findings.ill(line.address + ": mail cannot be sent: " + answer.reason,
                     "Look at host, port, security, user and password of the line in the settings.");
}

void look_at_mail(Findings& findings, House& house)
{
    std::vector<channel::Channel> lines;
    {
        const auto session = house.pool.take();
        for (const BrandId brand : brands_of(*session))
            for (auto& line : channel::ChannelSqlStore(*session, brand).all())
                if (line.kind == channel::Kind::mail) lines.push_back(std::move(line));
    }
    if (lines.empty()) findings.odd("there is no mail line", "`amends init`, or the settings, add one.");
    for (const auto& line : lines) {
        look_at_incoming(findings, house, line);
        look_at_outgoing(findings, house, line);
    }
}

} // namespace

int doctor(const Config& config)
{
    Findings findings;
    const SystemClock clock;
    std::filesystem::create_directories(config.data);
    look_at_zones(findings, clock);
    try {
        House house(config, clock);
        house.open();
        look_at_disk(findings, house.config);
        look_at_folder(findings, house.config);
        look_at_database(findings, house);
        look_at_mail(findings, house);
    } catch (const Failure& failure) {
        findings.ill(std::string("the desk cannot be opened: ") + failure.what(),
                     "Look at --data and --database; a newer desk needs a newer amends.");
    }
    return findings.status();
}

} // namespace amends
