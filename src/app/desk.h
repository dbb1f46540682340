// SPDX-License-Identifier: Apache-2.0
// One request's or job's view of the desk: the stores on its session, and what the world outside provides. The only
// place where ports and SQL meet.
#pragma once

#include "app/case_keys.h"
#include "app/desk_capacity.h"
#include "app/house.h"
#include "app/link_keys.h"
#include "brand/brand_sql.h"
#include "brand/calendar_sql.h"
#include "brand/change_calendar.h"
#include "case/case_sql.h"
#include "case/staff_sql.h"
#include "channel/arrival.h"
#include "channel/channel_sql.h"
#include "conversation/message_sql.h"
#include "conversation/receive_message.h"
#include "person/person_sql.h"
#include "platform/crypto/random.h"
#include "promise/promise_sql.h"
#include "reply/phrases_channel.h"
#include "reply/quiet_channel.h"
#include "reply/reading_channel.h"
#include "reply/reply_sql.h"
#include "search/search_sql.h"
#include "signal/signal_sql.h"
#include "target/deadlines_channel.h"
#include "target/target_sql.h"
#include "timeline/event_log_sql.h"
#include "triage/decide_triage.h"
#include "triage/triage_sql.h"

namespace amends {

class Desk {
public:
    Desk(House& house_, sql::Session& session_, BrandId brand_id_, timeline::Actor actor)
        : house(house_),
          session(session_),
          brand_id(brand_id_),
          events(session_, brand_id_, house_.clock, actor),
          agenda(session_, brand_id_, house_.ids),
          brand(session_, brand_id_),
          calendar(session_, brand_id_),
          people(session_, brand_id_),
          channels(session_, brand_id_),
          messages(session_, brand_id_),
          texts(session_, brand_id_),
          cases(session_, brand_id_),
          promises(session_, brand_id_),
          triage(session_, brand_id_),
          signals(session_, brand_id_),
          targets(session_, brand_id_),
          replies(session_, brand_id_),
          tokens(house_.keys, brand_id_),
          links(house_.keys),
          honest(house_.histories, {session_, brand_id_, brand, calendar, house_.clock}),
          staff(session_, brand_id_),
          numbers(house_.numbers, brand_id_)
    {
    }

    [[nodiscard]] channel::Ports channel_ports() { return {channels, agenda, house.ids, house.clock}; }
    [[nodiscard]] conversation::Ports conversation_ports()
    {
        return {messages, texts, people, events, house.ids, house.clock, crypto::random_token};
    }
    [[nodiscard]] cases::Ports case_ports()
    {
        return {cases, numbers, staff, people, messages, texts, brand, agenda, events, house.ids, house.clock};
    }
    [[nodiscard]] promise::Ports promise_ports() { return {case_ports(), promises}; }

    [[nodiscard]] signal::Ports signal_ports() { return {signals, texts, events, house.ids, house.clock}; }
    [[nodiscard]] reply::Ports reply_ports()
    {
        return {case_ports(),
                promise_ports(),
                signal_ports(),
                channels,
                replies,
                tokens,
                links,
                phrases,
                honest,
                capacity,
                reading,
                quiet,
                house.config.public_address};
    }

    [[nodiscard]] target::Ports target_ports() { return {targets, case_ports(), deadlines}; }
    [[nodiscard]] brand::CalendarPorts calendar_ports() { return {brand, calendar, events}; }

    [[nodiscard]] triage::Ports triage_ports()
    {
        return {case_ports(), conversation_ports(), channels, triage, signal_ports()};
    }

    House& house;
    sql::Session& session;
    BrandId brand_id;
    timeline::EventSqlLog events;
    timeline::AgendaSql agenda;
    brand::BrandSqlStore brand;
    brand::CalendarSqlStore calendar;
    person::PersonSqlStore people;
    channel::ChannelSqlStore channels;
    conversation::MessageSqlStore messages;
    conversation::TextSqlStore texts;
    cases::CaseSqlStore cases;
    promise::PromiseSqlStore promises;
    triage::TriageSqlStore triage;
    signal::SignalSqlStore signals;
    target::TargetSqlStore targets;
    target::BrandDeadlines deadlines{brand, calendar};
    reply::ReplySqlStore replies;
    CaseTokenKeys tokens;
    CaseLinkKeys links;
    reply::SpokenPhrases phrases;
    reply::SpokenReading reading;
    reply::BrandQuiet quiet{calendar};
    DeskHonestDates honest; // After the brand that it reads.
    DeskCapacity capacity{session, brand_id, house.clock};
    cases::StaffSql staff;
    cases::CaseNumbersOf numbers;
    std::vector<search::Findable> unindexed{}; // What is to be found by other words once this is committed.
};

} // namespace amends
