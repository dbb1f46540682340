// SPDX-License-Identifier: Apache-2.0
#include "brand/brand_sql.h"

#include "brand/calendar_sql.h"
#include "platform/calendar/opening.h"
#include "platform/sql/questions.h"
#include "platform/sql/statements.h"

namespace amends::brand {
namespace {

const std::string& text_of_hours()
{
    static const std::string text = "SELECT " + sql::columns<OpeningHours>() +
                                    " FROM opening_hours WHERE brand_id = $brand ORDER BY weekday, opens_minute";
    return text;
}

const std::string& text_of_closed_days()
{
    static const std::string text =
        "SELECT " + sql::columns<ClosedDay>() + " FROM closed_days WHERE brand_id = $brand ORDER BY day";
    return text;
}

struct NamedLine {
    std::string name{}; // Of a set, or the day.
};
BOOST_DESCRIBE_STRUCT(NamedLine, (), (name))

} // namespace

const Brand& BrandSqlStore::brand() const
{
    if (!brand_) {
        brand_ =
            session_.one<Brand>("SELECT " + sql::columns<Brand>() + " FROM brands WHERE id = $brand", {{"brand", id_}});
        if (!brand_) throw Failure("there is no such brand");
    }
    return *brand_;
}

void BrandSqlStore::change(const Brand& brand)
{
    session_.execute(
        "UPDATE brands SET name = $name, prefix = $prefix, language = $language, zone = $zone,"
        " sender_name = $sender_name, signature = $signature, reopen_days = $reopen_days,"
        " undo_seconds = $undo_seconds, first_update_days = $first_update_days,"
        " pull_by_minutes = $pull_by_minutes, default_team = $default_team, away_minutes = $away_minutes, has_targets = $has_targets WHERE id = $id",
        {brand});
    brand_ = brand;
    times_ = nullptr;
}

std::vector<OpeningHours> BrandSqlStore::opening_hours() const
{
    return session_.all<OpeningHours>(text_of_hours(), {{"brand", id_}});
}

std::vector<ClosedDay> BrandSqlStore::closed_days() const
{
    return session_.all<ClosedDay>(text_of_closed_days(), {{"brand", id_}});
}

void BrandSqlStore::open_at(const std::vector<OpeningHours>& hours)
{
    session_.execute("DELETE FROM opening_hours WHERE brand_id = $brand", {{"brand", id_}});
    for (const auto& opening : hours)
        session_.execute(sql::insert_into<OpeningHours>("opening_hours"), {opening, {{"brand", id_}}});
    times_ = nullptr;
}

void BrandSqlStore::close_on(const std::vector<ClosedDay>& days)
{
    session_.execute("DELETE FROM closed_days WHERE brand_id = $brand", {{"brand", id_}});
    for (const auto& day : days) session_.execute(sql::insert_into<ClosedDay>("closed_days"), {day, {{"brand", id_}}});
    times_ = nullptr;
}

const OpeningTimes& BrandSqlStore::times() const
{
    if (!times_) {
        WeeklyHours hours;
        std::vector<std::string> own;
        std::vector<std::string> sets;
        std::vector<std::string> worked;
        sql::Questions questions(session_);
        questions.each<OpeningHours>(text_of_hours(), {{"brand", id_}},
                                     [&](OpeningHours open) { hours.hours.push_back(open); });
        questions.each<ClosedDay>(text_of_closed_days(), {{"brand", id_}},
                                  [&](const ClosedDay& day) { own.push_back(day.day); });
        questions.each<NamedLine>("SELECT holiday_set FROM brand_holiday_sets WHERE brand_id = $brand",
                                  {{"brand", id_}}, [&](NamedLine set) { sets.push_back(std::move(set.name)); });
        questions.each<NamedLine>("SELECT day FROM worked_days WHERE brand_id = $brand", {{"brand", id_}},
                                  [&](NamedLine day) { worked.push_back(std::move(day.name)); });
        questions.answer();
        times_ =
            std::make_unique<calendar::OpeningCalendar>(std::move(hours), days_off(own, sets, worked), brand().zone);
    }
    return *times_;
}

} // namespace amends::brand
