// SPDX-License-Identifier: Apache-2.0
#include "brand/calendar_sql.h"

#include "platform/calendar/holidays.h"

#include <map>

namespace amends::brand {
namespace {

struct SetLine {
    std::string holiday_set{};
};
BOOST_DESCRIBE_STRUCT(SetLine, (), (holiday_set))

// The rules give the same days each time.
const calendar::ClosedDays& days_of(std::string_view set)
{
    static const auto all = [] {
        std::map<std::string, calendar::ClosedDays, std::less<>> days;
        for (const auto key : calendar::holiday_sets())
            for (int year = calendar::first_holiday_year; year <= calendar::last_holiday_year; ++year)
                for (const auto& holiday : calendar::holidays(key, year)) days[std::string(key)].insert(holiday.day);
        return days;
    }();
    static const calendar::ClosedDays none;
    const auto found = all.find(set);
    return found == all.end() ? none : found->second;
}

} // namespace

std::vector<std::string> CalendarSqlStore::holiday_sets() const
{
    std::vector<std::string> sets;
    for (auto& line : session_.all<SetLine>(
             "SELECT holiday_set FROM brand_holiday_sets WHERE brand_id = $brand ORDER BY holiday_set",
             {{"brand", brand_}}))
        sets.push_back(std::move(line.holiday_set));
    return sets;
}

std::vector<ClosedDay> CalendarSqlStore::worked_days() const
{
    return session_.all<ClosedDay>("SELECT day, name FROM worked_days WHERE brand_id = $brand ORDER BY day",
                                   {{"brand", brand_}});
}

QuietHours CalendarSqlStore::quiet_hours() const
{
    return session_
        .one<QuietHours>("SELECT from_minute, to_minute FROM quiet_hours WHERE brand_id = $brand", {{"brand", brand_}})
        .value_or(QuietHours{});
}

void CalendarSqlStore::keep_holidays_of(const std::vector<std::string>& sets)
{
    session_.execute("DELETE FROM brand_holiday_sets WHERE brand_id = $brand", {{"brand", brand_}});
    for (const auto& set : sets)
        session_.execute("INSERT INTO brand_holiday_sets (brand_id, holiday_set) VALUES ($brand, $set)",
                         {{"brand", brand_}, {"set", set}});
}

void CalendarSqlStore::work_on(const std::vector<ClosedDay>& days)
{
    session_.execute("DELETE FROM worked_days WHERE brand_id = $brand", {{"brand", brand_}});
    for (const auto& day : days)
        session_.execute("INSERT INTO worked_days (brand_id, day, name) VALUES ($brand, $day, $name)",
                         {day, {{"brand", brand_}}});
}

void CalendarSqlStore::be_quiet(const QuietHours& hours)
{
    session_.execute(
        "INSERT INTO quiet_hours (brand_id, from_minute, to_minute) VALUES ($brand, $from_minute, $to_minute)"
        " ON CONFLICT (brand_id) DO UPDATE SET from_minute = excluded.from_minute,"
        " to_minute = excluded.to_minute",
        {hours, {{"brand", brand_}}});
}

calendar::ClosedDays days_off(const std::vector<std::string>& own, const std::vector<std::string>& sets,
                              const std::vector<std::string>& worked)
{
    calendar::ClosedDays closed;
    for (const auto& set : sets) closed.insert(days_of(set).begin(), days_of(set).end());
    for (const auto& day : worked) closed.erase(day);
    closed.insert(own.begin(), own.end());
    return closed;
}

} // namespace amends::brand
