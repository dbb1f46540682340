// SPDX-License-Identifier: Apache-2.0
// Every struct that is stored agrees with its real table on both engines: names, types, and what may be missing.
#include "brand/brand.h"
#include "brand/calendar_store.h"
#include "case/case.h"
#include "channel/channel.h"
#include "conversation/message.h"
#include "person/person.h"
#include "promise/promise.h"
#include "relief/relief.h"
#include "reply/draft.h"
#include "reply/reply.h"
#include "signal/signal.h"
#include "staff/session.h"
#include "staff/staff_store.h"
#include "staff/user.h"
#include "staffing/watch.h"
#include "target/target.h"
#include "testing/database.h"
#include "timeline/event_log.h"
#include "triage/triage_store.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

using namespace amends;

namespace {

struct Column {
    std::string name{};
    std::string type{};
    bool may_be_missing{};
    bool filled_by_itself{};
};

std::vector<Column> columns_of(sql::Session& session, const std::string& table)
{
    const bool on_sqlite = session.dialect() == sql::Dialect::sqlite;
    std::vector<Column> columns;
    for (auto& row :
         session.query(on_sqlite ? "SELECT name, type, \"notnull\" = 0 AND pk = 0, dflt_value IS NOT NULL FROM "
                                   "pragma_table_info($table)"
                                 : "SELECT column_name, data_type, CAST(is_nullable = 'YES' AS INTEGER),"
                                   " CAST(column_default IS NOT NULL AS INTEGER) FROM information_schema.columns"
                                   " WHERE table_schema = current_schema() AND table_name = $table",
                       {{"table", table}}))
        columns.push_back({sql::from_value<std::string>(std::move(row.at(0))),
                           sql::from_value<std::string>(std::move(row.at(1))),
                           sql::from_value<bool>(std::move(row.at(2))), sql::from_value<bool>(std::move(row.at(3)))});
    return columns;
}

template <class V>
std::set<std::string> types_for()
{
    if constexpr (Optional<V>) return types_for<typename V::value_type>();
    else if constexpr (std::is_same_v<V, bool>) return {"boolean", "INTEGER"};
    else if constexpr (std::is_same_v<V, Instant> || IdEnum<V> || std::is_integral_v<V>)
        return {"bigint", "integer", "INTEGER"};
    else if constexpr (std::is_floating_point_v<V>) return {"double precision", "REAL"};
    else if constexpr (std::is_same_v<V, sql::Bytes>) return {"bytea", "BLOB"};
    else return {"text", "TEXT"};
}

using Columns = std::map<std::string, Column>;

Columns columns_by_name(sql::Session& session, const std::string& table)
{
    Columns columns;
    for (auto& column : columns_of(session, table)) columns[column.name] = column;
    CHECK_FALSE(columns.empty());
    return columns;
}

// Not a template: written out for each field of each struct, it would take the compiler a minute.
void is_in(Columns& left, std::string_view field, const std::set<std::string>& types, bool may_be_missing)
{
    CAPTURE(field);
    const auto column = left.extract(std::string(field));
    REQUIRE_FALSE(column.empty());
    CHECK(types.contains(column.mapped().type));
    CHECK(column.mapped().may_be_missing == may_be_missing);
}

void leaves_nothing(Columns left, const std::set<std::string>& beside)
{
    // The others are written by name, or fill themselves; one that must be given and is in no struct cannot be
    // inserted.
    left.erase("brand_id");
    for (const auto& [name, column] : left) {
        CAPTURE(name);
        CHECK((column.may_be_missing || column.filled_by_itself || beside.contains(name)));
    }
}

template <Described T>
void agrees_with(sql::Session& session, const std::string& table, const std::set<std::string>& beside = {})
{
    CAPTURE(table);
    CAPTURE(table);
    auto left = columns_by_name(session, table);
    each_field<T>([&](auto field) {
        using V = std::remove_cvref_t<decltype(std::declval<T&>().*field.pointer)>;
        is_in(left, field.name, types_for<V>(), Optional<V>);
    });
    leaves_nothing(std::move(left), beside);
}

} // namespace

TEST_CASE("every struct that is stored agrees with its table")
{
    testing::on_each_engine([](sql::Session& session) {
        agrees_with<brand::Brand>(session, "brands");
        agrees_with<brand::ClosedDay>(session, "closed_days");
        agrees_with<brand::ClosedDay>(session, "worked_days");
        agrees_with<brand::QuietHours>(session, "quiet_hours");
        agrees_with<staff::User>(session, "users");
        agrees_with<staff::Session>(session, "sessions");
        agrees_with<staff::Invitation>(session, "invitations");
        agrees_with<staff::ApiToken>(session, "api_tokens");
        agrees_with<person::Person>(session, "people");
        agrees_with<person::ContactPoint>(session, "contact_points");
        agrees_with<channel::Channel>(session, "channels");
        agrees_with<channel::RawMessage>(session, "raw_messages", {"bytes"});
        agrees_with<conversation::Message>(session, "messages");
        agrees_with<conversation::Recipient>(session, "recipients");
        agrees_with<conversation::Attachment>(session, "attachments");
        agrees_with<cases::Case>(session, "cases");
        agrees_with<cases::Wait>(session, "waits");
        agrees_with<cases::Participant>(session, "case_participants");
        agrees_with<cases::Note>(session, "notes");
        agrees_with<cases::Placement>(session, "placements");
        agrees_with<cases::HandOver>(session, "hand_overs");
        agrees_with<cases::CaseMerge>(session, "case_merges");
        agrees_with<triage::UnverifiedJoin>(session, "unverified_joins");
        agrees_with<relief::Relief>(session, "reliefs");
        agrees_with<staffing::Watch>(session, "occupancy_watches");
        agrees_with<signal::Signal>(session, "signals");
        agrees_with<target::Target>(session, "targets");
        agrees_with<target::TargetClock>(session, "target_clocks");
        agrees_with<reply::Reply>(session, "replies");
        agrees_with<reply::Draft>(session, "drafts");
        agrees_with<promise::Promise>(session, "promises");
        agrees_with<timeline::Event>(session, "events", {"hash"});
        agrees_with<staff::User>(session, "users");
        agrees_with<staff::Session>(session, "sessions");
        agrees_with<staff::Invitation>(session, "invitations");
        agrees_with<staff::ApiToken>(session, "api_tokens");
    });
}
