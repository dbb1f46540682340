// SPDX-License-Identifier: Apache-2.0
// A desk with one customer, one case and one agent, on a real database.
#pragma once

#include "app/link_keys.h"
#include "brand/brand_sql.h"
#include "brand/calendar_sql.h"
#include "case/case_numbers_sql.h"
#include "case/case_sql.h"
#include "case/change_case.h"
#include "case/place_message.h"
#include "case/staff_sql.h"
#include "channel/channel_sql.h"
#include "conversation/message_sql.h"
#include "conversation/receive_message.h"
#include "person/person_sql.h"
#include "platform/crypto/encode.h"
#include "platform/crypto/hash.h"
#include "promise/promise_sql.h"
#include "reply/acknowledge_case.h"
#include "reply/deliver.h"
#include "reply/phrases_channel.h"
#include "reply/quiet_channel.h"
#include "reply/reading_channel.h"
#include "reply/reply_channel.h"
#include "reply/reply_sql.h"
#include "reply/send_reply.h"
#include "reply/withdraw_message.h"
#include "signal/signal_sql.h"
#include "testing/database.h"
#include "timeline/event_log_sql.h"

#include <fmt/format.h>

#include <set>

namespace amends::reply::testing {

using namespace std::chrono_literals;

// A Monday.
inline constexpr Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1} + 12h};
inline constexpr BrandId the_brand{1};
inline constexpr UserId aino{7};

struct TestTokens final : conversation::TokenKeys {
    [[nodiscard]] std::string tag(CaseId of_case, MessageId message, std::string_view address) const override
    {
        return crypto::base32_lower(crypto::sha256(fmt::format("{} {} {}", static_cast<std::int64_t>(of_case),
                                                               static_cast<std::int64_t>(message), address)))
            .substr(0, conversation::tag_length);
    }
    [[nodiscard]] bool genuine(std::string_view tag_, CaseId of_case, MessageId message,
                               std::string_view address) const override
    {
        return tag_ == tag(of_case, message, address);
    }
};

struct NoFiles final : Files {
    [[nodiscard]] std::string read(std::string_view blob) const override { return "bytes of " + std::string(blob); }
};

// Answers what it is told to, and keeps what it was given.
struct TestLine final : Line {
    mail::Handed answer{.kind = mail::Handed::accepted, .provider_ref = "queued"};
    std::vector<mail::Outgoing> mails{};
    [[nodiscard]] mail::Handed send(const mail::Outgoing& mail) override
    {
        mails.push_back(mail);
        return answer;
    }
};

// A history as the test tells it.
struct TestDates final : promise::HonestDates {
    promise::Support known{};
    [[nodiscard]] promise::Support support(const cases::Case&) const override { return known; }
};

struct TestCapacity final : promise::Capacity {
    bool enough = true;
    [[nodiscard]] bool room(const cases::Case&, Instant) const override { return enough; }
};

inline void prepare(sql::Session& session)
{
    session.execute("UPDATE brands SET name = 'Lumo', sender_name = 'Lumo', zone = 'Europe/Helsinki',"
                    " signature = 'Lumo Oy' WHERE id = 1");
    session.execute("INSERT INTO teams (brand_id, id, name) VALUES (1, 1, 'Desk')");
    session.execute("UPDATE brands SET default_team = 1 WHERE id = 1");
    session.execute("INSERT INTO users (id, email, name, language, zone, password_hash, created_at)"
                    " VALUES (7, 'aino@lumo.test', 'Aino', 'fi', 'Europe/Helsinki', '', 0),"
                    " (8, 'ben@lumo.test', 'Ben', 'en', 'Europe/Helsinki', '', 0)");
    session.execute("INSERT INTO memberships (brand_id, user_id, role) VALUES (1, 7, 'agent'), (1, 8, 'agent')");
}

struct Desk {
    explicit Desk(sql::Session& session_) : session(session_)
    {
        prepare(session);
        numbers_of.top_up(session, the_brand);
        channels.add(channel::Channel{
            .id = line, .kind = channel::Kind::mail, .name = "Help", .address = "help@lumo.test", .config = "{}"});
    }

    [[nodiscard]] Ports ports()
    {
        return {.desk = {cases, numbers, staff, people, messages, texts, brand, agenda, events, ids, clock},
                .promising = {{cases, numbers, staff, people, messages, texts, brand, agenda, events, ids, clock},
                              promises},
                .signals = {signals, texts, events, ids, clock},
                .channels = channels,
                .replies = replies,
                .tokens = tokens,
                .links = links,
                .phrases = phrases,
                .dates = dates,
                .capacity = capacity,
                .reading = reading,
                .quiet = quiet,
                .public_address = "https://desk.lumo.test"};
    }

    struct Wrote {
        std::string from = "maria@customer.test";
        std::string name = "Maria";
        std::string subject = "Where is it?";
        std::string text = "My parcel is late.";
        std::string language = "en";
        std::string proof{};
        std::string automatic{};
        std::string external_id{};
        conversation::MessageKind kind = conversation::MessageKind::email;
        std::optional<CaseId> answers{};
    };

    conversation::Message hears(const Wrote& wrote)
    {
        numbers_of.top_up(session, the_brand);
        const auto id = wrote.external_id.empty() ? fmt::format("m{}@customer.test", ++mails) : wrote.external_id;
        const auto kept = conversation::receive_message(
            {messages, texts, people, events, ids, clock, [] { return std::string("handle"); }},
            {.channel_id = line,
             .kind = wrote.kind,
             .at = clock.now(),
             .from_name = wrote.name,
             .from_address = wrote.from,
             .subject = wrote.subject,
             .text = wrote.text,
             .visible_length = static_cast<std::int64_t>(wrote.text.size()),
             .language = wrote.language,
             .automatic = wrote.automatic,
             .external_id = id,
             .body_hash = crypto::sha256_hex(wrote.text + id),
             .proof = wrote.proof});
        const auto placed = cases::place_message(ports().desk, {.message = kept.message,
                                                                .person = kept.person,
                                                                .clues = {.token = wrote.answers},
                                                                .channel_id = line,
                                                                .channel_kind = "mail"});
        REQUIRE(placed);
        return *messages.find(kept.message.id);
    }
    // A customer's first mail, in a case of its own.
    conversation::Message hears() { return hears(Wrote{}); }

    [[nodiscard]] cases::Case at(CaseId id) const { return *cases.find(id); }
    [[nodiscard]] conversation::Recipient copy(MessageId id, std::size_t which = 0) const
    {
        return messages.recipients(id).at(which);
    }
    [[nodiscard]] conversation::Reach reach(MessageId id, std::size_t which = 0) const { return copy(id, which).reach; }
    [[nodiscard]] std::int64_t jobs(std::string_view kind) const
    {
        return session.value<std::int64_t>("SELECT count(*) FROM jobs WHERE kind = $kind", {{"kind", kind}});
    }

    // Everything that is due leaves, as the runner does it: job gone, claim, hand over, record.
    int deliver()
    {
        struct Due {
            std::int64_t subject{};
        };
        int left = 0;
        const auto due = session.query("SELECT subject FROM jobs WHERE kind = 'send' AND run_at <= $now ORDER BY id",
                                       {{"now", clock.now()}});
        for (const auto& row : due) {
            const auto subject = std::get<std::int64_t>(row.at(0));
            agenda.strike(send, subject);
            const auto letter = claim_send(ports(), RecipientId{subject});
            if (!letter) continue;
            ++left;
            CHECK(record_send(ports(), letter->recipient_id, hand_over(*letter, mail_of(*letter, files), out)));
        }
        return left;
    }

    [[nodiscard]] Result<Queued> replies_to(CaseId id, SendReply wish = {})
    {
        wish.case_id = id;
        if (wish.text.empty()) wish.text = "We are looking for it.";
        if (!wish.final && !wish.next_update_at && wish.reason.empty()) wish.next_update_at = clock.now() + 30h;
        return send_reply(ports(), {aino, "Aino"}, wish);
    }

    sql::Session& session;
    FixedClock clock{noon};
    Ids ids{clock, 1};
    crypto::Keys keys{crypto::Secret("01234567890123456789012345678901")};
    timeline::EventSqlLog events{session, the_brand, clock, {timeline::Actor::user, 7}};
    timeline::AgendaSql agenda{session, the_brand, ids};
    cases::CaseNumberBlocks numbers_of{};
    cases::CaseNumbersOf numbers{numbers_of, the_brand};
    cases::CaseSqlStore cases{session, the_brand};
    cases::StaffSql staff{session, the_brand};
    person::PersonSqlStore people{session, the_brand};
    conversation::MessageSqlStore messages{session, the_brand};
    conversation::TextSqlStore texts{session, the_brand};
    brand::BrandSqlStore brand{session, the_brand};
    channel::ChannelSqlStore channels{session, the_brand};
    promise::PromiseSqlStore promises{session, the_brand};
    signal::SignalSqlStore signals{session, the_brand};
    ReplySqlStore replies{session, the_brand};
    TestTokens tokens{};
    CaseLinkKeys links{keys};
    SpokenPhrases phrases{};
    TestDates dates{};
    TestCapacity capacity{};
    SpokenReading reading{};
    brand::CalendarSqlStore calendar{session, the_brand};
    BrandQuiet quiet{calendar};
    TestLine out{};
    NoFiles files{};
    ChannelId line{5};
    int mails = 0;
};

} // namespace amends::reply::testing
