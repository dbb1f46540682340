// SPDX-License-Identifier: Apache-2.0
#include "app/mailbox_reader.h"

#include "app/keep_mail.h"
#include "app/line_lease.h"
#include "app/mail_servers.h"
#include "app/transact.h"
#include "platform/mail/imap.h"

#include <fmt/format.h>

#include <charconv>
#include <condition_variable>

namespace amends {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t largest_mail = 100UZ * 1024 * 1024;
constexpr auto safety_poll = 60s;
constexpr auto settings_looked_at = 5s;
constexpr auto others_looked_at = 2s;
constexpr auto first_pause = 1s;
constexpr std::chrono::seconds longest_pause = 5min;
constexpr auto late = 24h;

void sleep(std::chrono::milliseconds time, const std::stop_token& stop)
{
    std::mutex guard;
    std::condition_variable_any woken;
    std::unique_lock lock(guard);
    woken.wait_for(lock, stop, time, [] { return false; });
}

void set_lamp(House& house, BrandId brand, ChannelId id, channel::State state, const std::string& detail)
{
    const auto session = house.pool.take();
    const bool changed = transact(house, *session, brand, {}, [&](Desk& desk) {
        auto line = desk.channels.find(id);
        if (!line || (line->state == state && line->detail == detail)) return false;
        const bool other_state = line->state != state;
        line->state = state;
        line->detail = detail;
        desk.channels.change(*line);
        if (other_state) desk.events.append("channel." + std::string(name_of(state)), timeline::about("channel", id));
        return true;
    });
    static_cast<void>(changed);
}

class Mailbox {
public:
    Mailbox(House& house, BrandId brand, channel::Channel line, std::int64_t fence)
        : house_(house), brand_(brand), line_(std::move(line)), fence_(fence), config_(config_of(line_))
    {
    }

    // Ends only when it is told to, or by a Failure.
    void read(const std::stop_token& stop)
    {
        mail::Imap imap(*imap_server_of(house_, line_), config_.imap->folder.value_or("INBOX"));
        imap.connect(stop);
        const auto box = imap.examine();
        auto position = begin_at(imap, box);
        set_lamp(house_, brand_, line_.id, channel::State::up, "");
        while (!stop.stop_requested()) {
            for (const auto uid : imap.uids_after(position.uid)) {
                if (stop.stop_requested()) return;
                take(imap.fetch(uid, worth_reading(imap, uid) ? largest_mail : 0), position.validity, uid);
                position.uid = uid;
            }
            static_cast<void>(imap.idle(safety_poll, stop)); // Whatever it says, the numbers are asked again.
        }
    }

private:
    // What lay there before we listened is told by the server's numbers, never by a date: a mail that somebody moves
    // here later may bear an old one. Where to begin is written down before anything is read.
    ReadPosition begin_at(mail::Imap& imap, const mail::Mailbox& box)
    {
        const auto session = house_.pool.take();
        const auto line = channel::ChannelSqlStore(*session, brand_).find(line_.id);
        const auto known = read_position_of(line ? line->read_position : "");
        numbered_anew_ = known && known->validity != box.uid_validity;
        if (known && !numbered_anew_) return *known;
        ReadPosition start{box.uid_validity, 0};
        if (known || config_.take_history.value_or(false)) return start;
        if (box.uid_next > 0) start.uid = box.uid_next - 1;
        else if (const auto uids = imap.uids_after(0); !uids.empty()) start.uid = uids.back();
        begin_with(*session, fmt::format("{}/{}", start.validity, start.uid));
        return start;
    }

    void begin_with(sql::Session& session, const std::string& position)
    {
        const bool written = transact(house_, session, brand_, {}, [&](Desk& desk) {
            auto line = desk.channels.find(line_.id);
            if (!line || !line->read_position.empty()) return false;
            line->read_position = position;
            desk.channels.change(*line);
            return true;
        });
        static_cast<void>(written);
    }

    // When everything has new numbers, only the date still tells what we had left alone.
    bool worth_reading(mail::Imap& imap, std::uint32_t uid)
    {
        if (!numbered_anew_ || config_.take_history.value_or(false)) return true;
        const auto header = imap.fetch(uid, 0);
        return came(header) >= line_.listens_since;
    }

    Instant came(const mail::Fetched& mail) const
    {
        if (mail.internal_date_ms == 0) return house_.clock.now(); // The server does not say.
        return Instant{std::chrono::milliseconds(mail.internal_date_ms)};
    }

    channel::Origin origin_of(Instant came)
    {
        const bool dated = numbered_anew_ || config_.take_history.value_or(false);
        if (dated && came < line_.listens_since) return channel::Origin::history;
        return numbered_anew_ && came < house_.clock.now() - late ? channel::Origin::found_late
                                                                  : channel::Origin::arrived;
    }

    void take(const mail::Fetched& mail, std::uint32_t validity, std::uint32_t uid)
    {
        if (mail.uid == 0) return; // Somebody moved or deleted it before we saw it.
        const auto origin = origin_of(came(mail));
        const auto position = fmt::format("{}/{}", validity, uid);
        if (origin == channel::Origin::history && !config_.take_history.value_or(false)) return;
        keep_mail(house_, {brand_, line_.id},
                  {.recipient = line_.address,
                   .position = position,
                   .bytes = mail.bytes,
                   .origin = origin,
                   .read_position = position,
                   .fence = fence_,
                   .reason = mail.too_large         ? "mail.too_large"
                             : mail.refusal.empty() ? ""
                                                    : "mail.not_given"});
    }

    House& house_;
    BrandId brand_;
    channel::Channel line_;
    std::int64_t fence_;
    channel::MailConfig config_;
    bool numbered_anew_ = false;
};

void light_lamp(House& house, BrandId brand, ChannelId id, const std::string& failure)
{
    fmt::print(stderr, "mailbox channel={} down: {}\n", static_cast<std::int64_t>(id), failure);
    try {
        set_lamp(house, brand, id, channel::State::down, failure);
    } catch (const std::exception& also) {
        fmt::print(stderr, "mailbox channel={}: {}\n", static_cast<std::int64_t>(id), also.what());
    }
}

// False while another node reads it.
bool read_if_ours(House& house, BrandId brand, const channel::Channel& line, const std::stop_token& stop)
{
    const auto fence = hold_line(house, {brand, line.id});
    if (fence) Mailbox(house, brand, line, *fence).read(stop);
    return fence.has_value();
}

void read_for_ever(House& house, BrandId brand, const channel::Channel& line, const std::stop_token& stop)
{
    std::chrono::seconds pause = first_pause;
    while (!stop.stop_requested()) {
        const auto began = house.clock.now();
        try {
            if (!read_if_ours(house, brand, line, stop)) sleep(others_looked_at, stop);
        } catch (const std::exception& failure) {
            if (stop.stop_requested()) return;                                  // It is we who hang up.
            if (house.clock.now() - began > longest_pause) pause = first_pause; // It had worked for a while.
            light_lamp(house, brand, line.id, failure.what());
            sleep(pause, stop);
            pause = std::min(pause * 2, longest_pause);
        }
    }
}

} // namespace

std::optional<ReadPosition> read_position_of(std::string_view text)
{
    ReadPosition position;
    const char* const last = text.data() + text.size();
    const auto [slash, first] = std::from_chars(text.data(), last, position.validity);
    if (first != std::errc{} || slash == last || *slash != '/') return std::nullopt;
    const auto [end, second] = std::from_chars(slash + 1, last, position.uid);
    if (second != std::errc{} || end != last) return std::nullopt;
    return position;
}

MailboxReaders::MailboxReaders(House& house)
    : house_(house), watcher_([this](const std::stop_token& stop) { watch(stop); })
{
}

MailboxReaders::~MailboxReaders()
{
    watcher_.request_stop();
    watcher_.join();
    for (auto& [id, reader] : readers_) reader.thread.request_stop();
}

void MailboxReaders::watch(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        try {
            look_again();
        } catch (const std::exception& failure) { // The database is away: it may come back.
            fmt::print(stderr, "mailboxes: {}\n", failure.what());
        }
        sleep(settings_looked_at, stop);
    }
}

void MailboxReaders::look_again()
{
    std::map<ChannelId, std::pair<BrandId, channel::Channel>> wanted;
    {
        const auto session = house_.pool.take();
        for (const BrandId brand : brands_of(*session))
            for (auto& line : channel::ChannelSqlStore(*session, brand).all())
                if (line.kind == channel::Kind::mail && config_of(line).imap) wanted[line.id] = {brand, line};
    }
    std::erase_if(readers_, [&](const auto& entry) { return !wanted.contains(entry.first); });
    for (const auto& [id, found] : wanted) {
        const auto& [brand, line] = found;
        const auto settings = line.config + "\n" + line.secrets + "\n" + line.address;
        auto& reader = readers_[id];
        if (reader.settings == settings) continue;
        reader.thread = {}; // The old one comes to its end first.
        reader.settings = settings;
        reader.thread = std::jthread([this, its_brand = brand, its_line = line](const std::stop_token& stop) {
            read_for_ever(house_, its_brand, its_line, stop);
        });
    }
}

} // namespace amends
