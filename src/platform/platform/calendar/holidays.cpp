// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/holidays.h"

#include "platform/calendar/feasts.h"
#include "platform/calendar/lunar_months.h"
#include "platform/calendar/zone.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace amends::calendar {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;

sys_days day_of(const Date& date)
{
    return std::chrono::year(date.year) / static_cast<int>(date.month) / static_cast<int>(date.day);
}

std::string iso(sys_days day)
{
    const std::chrono::year_month_day date(day);
    return iso_date({.year = static_cast<int>(date.year()),
                     .month = static_cast<int>(static_cast<unsigned>(date.month())),
                     .day = static_cast<int>(static_cast<unsigned>(date.day()))});
}

class Year {
public:
    explicit Year(int year) : year_(year) {}

    void on(int month, int day, const char* name) { add(day_of({year_, month, day}), name); }
    void add(sys_days day, const char* name, bool predicted = false) { list_.push_back({iso(day), name, predicted}); }

    // The n-th weekday of a month; the last one for n = 0.
    void nth(int n, weekday on, int month, const char* name)
    {
        const auto in = std::chrono::year(year_) / month;
        if (n == 0) add(sys_days(in / on[std::chrono::last]), name);
        else add(sys_days(in / on[static_cast<unsigned>(n)]), name);
    }

    // On a Saturday the Friday before is free, on a Sunday the Monday after: 5 U.S.C. 6103, Executive Order 11582.
    void observed(int month, int day, const char* name, const char* instead)
    {
        const sys_days feast = day_of({year_, month, day});
        add(feast, name);
        if (weekday(feast) == std::chrono::Saturday) add(feast - days{1}, instead);
        if (weekday(feast) == std::chrono::Sunday) add(feast + days{1}, instead);
    }

    [[nodiscard]] int year() const { return year_; }
    [[nodiscard]] std::vector<Holiday> in_order()
    {
        const std::string begins = std::to_string(year_) + "-";
        std::erase_if(list_, [&](const Holiday& each) { return !each.day.starts_with(begins); });
        std::ranges::stable_sort(list_, {}, &Holiday::day);
        return std::move(list_);
    }

private:
    int year_;
    std::vector<Holiday> list_{};
};

void finland(Year& year)
{
    const auto easter = day_of(western_easter(year.year()));
    year.on(1, 1, "Uudenvuodenpäivä");
    year.on(1, 6, "Loppiainen");
    year.add(easter - days{2}, "Pitkäperjantai");
    year.add(easter, "Pääsiäispäivä");
    year.add(easter + days{1}, "Toinen pääsiäispäivä");
    year.on(5, 1, "Vappu");
    year.add(easter + days{39}, "Helatorstai");
    year.add(easter + days{49}, "Helluntaipäivä");
    year.add(day_of(finnish_midsummer_day(year.year())), "Juhannuspäivä");
    year.add(day_of(finnish_all_saints_day(year.year())), "Pyhäinpäivä");
    year.on(12, 6, "Itsenäisyyspäivä");
    year.on(12, 25, "Joulupäivä");
    year.on(12, 26, "Tapaninpäivä");
}

void greece(Year& year)
{
    const auto easter = day_of(orthodox_easter(year.year()));
    year.on(1, 1, "Πρωτοχρονιά");
    year.on(1, 6, "Θεοφάνεια");
    year.add(easter - days{48}, "Καθαρά Δευτέρα");
    year.on(3, 25, "Ευαγγελισμός της Θεοτόκου");
    year.add(easter - days{2}, "Μεγάλη Παρασκευή");
    year.add(easter, "Πάσχα");
    year.add(easter + days{1}, "Δευτέρα του Πάσχα");
    year.on(5, 1, "Εργατική Πρωτομαγιά");
    year.add(easter + days{49}, "Πεντηκοστή");
    year.add(easter + days{50}, "Αγίου Πνεύματος");
    year.on(8, 15, "Κοίμηση της Θεοτόκου");
    year.on(10, 28, "Επέτειος του Όχι");
    year.on(12, 25, "Χριστούγεννα");
    year.on(12, 26, "Σύναξη της Θεοτόκου");
}

void united_states(Year& year)
{
    using namespace std::chrono;
    year.observed(1, 1, "New Year's Day", "New Year's Day (observed)");
    if (year.year() < last_holiday_year + 1 && weekday(day_of({year.year() + 1, 1, 1})) == Saturday)
        year.on(12, 31, "New Year's Day (observed)");
    year.nth(3, Monday, 1, "Martin Luther King Jr. Day");
    year.nth(3, Monday, 2, "Washington's Birthday");
    year.nth(0, Monday, 5, "Memorial Day");
    if (year.year() >= 2021) year.observed(6, 19, "Juneteenth", "Juneteenth (observed)");
    year.observed(7, 4, "Independence Day", "Independence Day (observed)");
    year.nth(1, Monday, 9, "Labor Day");
    year.nth(2, Monday, 10, "Columbus Day");
    year.observed(11, 11, "Veterans Day", "Veterans Day (observed)");
    year.nth(4, Thursday, 11, "Thanksgiving Day");
    year.observed(12, 25, "Christmas Day", "Christmas Day (observed)");
}

struct Fixed {
    int month;
    int day;
    const char* name;
};

constexpr std::array solar_feasts{
    Fixed{1, 1, "نوروز"},
    Fixed{1, 2, "نوروز"},
    Fixed{1, 3, "نوروز"},
    Fixed{1, 4, "نوروز"},
    Fixed{1, 12, "روز جمهوری اسلامی"},
    Fixed{1, 13, "روز طبیعت"},
    Fixed{3, 14, "رحلت امام خمینی"},
    Fixed{3, 15, "قیام ۱۵ خرداد"},
    Fixed{11, 22, "پیروزی انقلاب اسلامی"},
    Fixed{12, 29, "ملی شدن صنعت نفت"},
};

// The day 0 of a month is the last of the one before, which has 29 days or 30.
constexpr std::array lunar_feasts{
    Fixed{1, 9, "تاسوعا"},
    Fixed{1, 10, "عاشورا"},
    Fixed{2, 20, "اربعین"},
    Fixed{2, 28, "رحلت پیامبر و شهادت امام حسن"},
    Fixed{3, 0, "شهادت امام رضا"},
    Fixed{3, 8, "شهادت امام حسن عسکری"},
    Fixed{3, 17, "میلاد پیامبر و امام جعفر صادق"},
    Fixed{6, 3, "شهادت حضرت فاطمه"},
    Fixed{7, 13, "ولادت امام علی"},
    Fixed{7, 27, "مبعث"},
    Fixed{8, 15, "ولادت حضرت قائم"},
    Fixed{9, 21, "شهادت امام علی"},
    Fixed{10, 1, "عید فطر"},
    Fixed{10, 2, "تعطیل به مناسبت عید فطر"},
    Fixed{10, 25, "شهادت امام جعفر صادق"},
    Fixed{12, 10, "عید قربان"},
    Fixed{12, 18, "عید غدیر خم"},
};

void iran(Year& year)
{
    const int first = jalali_of({year.year(), 1, 1}).year;
    for (const int solar : {first, first + 1}) {
        for (const auto& feast : solar_feasts)
            year.add(day_of(gregorian_of({solar, feast.month, feast.day})), feast.name);
        if (jalali_leap(solar)) year.add(day_of(gregorian_of({solar, 12, 30})), "آخرین روز سال");
    }
    for (const auto& feast : lunar_feasts)
        for (const sys_days begins : lunar_month_beginnings(feast.month)) {
            const auto day = begins + days{feast.day - 1};
            year.add(day, feast.name, day >= lunar_days_predicted_from());
        }
}

using Rule = void (*)(Year&);

struct Set {
    std::string_view key;
    Rule rule;
};

constexpr std::array sets{Set{"FI", finland}, Set{"GR", greece}, Set{"IR", iran}, Set{"US", united_states}};

} // namespace

const std::vector<std::string_view>& holiday_sets()
{
    static const auto keys = [] {
        std::vector<std::string_view> list;
        for (const auto& set : sets) list.push_back(set.key);
        return list;
    }();
    return keys;
}

bool known_holiday_set(std::string_view set) { return std::ranges::find(sets, set, &Set::key) != sets.end(); }

bool follows_announcements(std::string_view set) { return set == "IR"; }

std::vector<Holiday> holidays(std::string_view set, int year)
{
    const auto* const found = std::ranges::find(sets, set, &Set::key);
    if (found == sets.end() || year < first_holiday_year || year > last_holiday_year) return {};
    Year list(year);
    found->rule(list);
    return list.in_order();
}

} // namespace amends::calendar
