// SPDX-License-Identifier: Apache-2.0
// A desk with a team, two agents and a mail line, for the tests of what is done with cases.
#pragma once

#include "brand/brand_sql.h"
#include "case/case_numbers_sql.h"
#include "case/case_sql.h"
#include "case/change_case.h"
#include "case/open_case.h"
#include "case/place_message.h"
#include "case/staff_sql.h"
#include "conversation/message_sql.h"
#include "conversation/receive_message.h"
#include "person/person_sql.h"
#include "testing/database.h"
#include "timeline/event_log_sql.h"

namespace amends::testing {

inline constexpr BrandId brand_one{1};
inline constexpr UserId anna{11};
inline constexpr UserId bo{12};
inline constexpr UserId gone{13};
inline constexpr TeamId front{21};
inline constexpr TeamId back_office{22};
inline constexpr ChannelId mail_line{31};
inline constexpr Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 11 / 25} + std::chrono::hours(12)};

inline std::string handle_of_a_file()
{
    static int count = 0;
    return "handle-" + std::to_string(++count);
}

inline void staff_the_desk(sql::Session& session)
{
    session.script("INSERT INTO users (id, email, name, language, zone, password_hash, created_at, disabled_at) VALUES"
                   " (11, 'anna@example.org', 'Anna', 'en', 'UTC', '', 0, NULL),"
                   " (12, 'bo@example.org', 'Bo', 'en', 'UTC', '', 0, NULL),"
                   " (13, 'gone@example.org', 'Gone', 'en', 'UTC', '', 0, 1);"
                   "INSERT INTO memberships (brand_id, user_id, role) VALUES (1, 11, 'agent'), (1, 12, 'lead'),"
                   " (1, 13, 'agent');"
                   "INSERT INTO teams (brand_id, id, name) VALUES (1, 21, 'Front'), (1, 22, 'Back office');"
                   "UPDATE brands SET name = 'Amble', default_team = 21 WHERE id = 1;"
                   "INSERT INTO channels (brand_id, id, kind, name, address, config, state, listens_since) VALUES"
                   " (1, 31, 'mail', 'Mail', 'help@example.org', '{}', 'up', 0),"
                   " (1, 32, 'form', 'Form', '', '{}', 'up', 0);");
}

struct Desk {
    explicit Desk(sql::Session& its_session, timeline::Actor actor = {timeline::Actor::user, 11})
        : session(its_session), events(its_session, brand_one, clock, actor)
    {
        staff_the_desk(session);
        blocks.top_up(session, brand_one);
    }

    cases::Case opened(std::string address = "eve@example.net", std::string subject = "Where is it?")
    {
        const auto met = person::meet_person(people, ids, {"Eve", address, "en"}, clock.now());
        return cases::open_case(ports, {.person = met.person,
                                        .address = address,
                                        .channel_id = mail_line,
                                        .channel_kind = "mail",
                                        .subject = std::move(subject),
                                        .language = "en",
                                        .origin_at = clock.now()});
    }

    // A mail of hers, in the case.
    conversation::Message wrote(CaseId id, std::string text, std::string address = "eve@example.net")
    {
        auto kept =
            conversation::receive_message(talk, {.channel_id = mail_line,
                                                 .kind = conversation::MessageKind::email,
                                                 .at = clock.now(),
                                                 .from_name = "Eve",
                                                 .from_address = std::move(address),
                                                 .addressees = {{"Help", "help@example.org", conversation::Role::to}},
                                                 .subject = "Where is it?",
                                                 .text = text,
                                                 .visible_length = static_cast<std::int64_t>(text.size()),
                                                 .language = "en",
                                                 .external_id = "m" + std::to_string(++mails) + "@example.net"});
        REQUIRE(cases::join_case(ports, kept.message, now(id), "references"));
        kept.message.case_id = id;
        return kept.message;
    }

    cases::Case now(CaseId id) const { return cases.find(id).value(); }

    bool said(std::string_view type)
    {
        for (const auto& event : events.fresh()) heard.push_back(event.type);
        return std::ranges::find(heard, type) != heard.end();
    }

    std::optional<Instant> timer(std::string_view kind, CaseId id)
    {
        auto rows = session.query("SELECT run_at FROM jobs WHERE brand_id = 1 AND kind = $kind AND subject = $subject",
                                  {{"kind", kind}, {"subject", id}});
        return rows.empty() ? std::nullopt : std::optional(sql::from_value<Instant>(std::move(rows[0].at(0))));
    }

    sql::Session& session;
    FixedClock clock{noon};
    Ids ids{clock, 1};
    cases::CaseNumberBlocks blocks{};
    brand::BrandSqlStore brand{session, brand_one};
    cases::CaseSqlStore cases{session, brand_one};
    cases::CaseNumbersOf numbers{blocks, brand_one};
    cases::StaffSql staff{session, brand_one};
    person::PersonSqlStore people{session, brand_one};
    conversation::MessageSqlStore messages{session, brand_one};
    conversation::TextSqlStore texts{session, brand_one};
    timeline::AgendaSql agenda{session, brand_one, ids};
    timeline::EventSqlLog events;
    cases::Ports ports{cases, numbers, staff, people, messages, texts, brand, agenda, events, ids, clock};
    conversation::Ports talk{messages, texts, people, events, ids, clock, &handle_of_a_file};
    std::vector<std::string> heard{};
    int mails = 0;
};

} // namespace amends::testing
